// SPDX-License-Identifier: MPL-2.0
//
// The rule language as it is described: every function and table has its words, every example works in the table that it
// is given for, and the columns are those of the tables.
#include "workbook_fixture.hpp"

#include "rules/binding.hpp"
#include "rules/documentation.hpp"
#include "rules/functions.hpp"
#include "validation/tables.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <map>
#include <set>

namespace trinvis
{

namespace
{

using tests::words;
using tests::WorkbookFixture;

constexpr std::array both_languages{Language::danish, Language::english};

std::set<std::string> functions_in(const rules::Expression& expression)
{
    std::set<std::string> names;
    if (expression.operation == rules::Operation::call)
        names.insert(expression.name);
    for (const rules::Expression& part : expression.parts)
        names.merge(functions_in(part));
    return names;
}

/// The workbook's tables as a rule sees them.
struct Tables
{
    explicit Tables(Language language)
        : workbook(WorkbookFixture::filled(language).read()),
          tables(workbook, words()), surroundings{&tests::municipalities(),
                                                  {},
                                                  {},
                                                  {},
                                                  0,
                                                  {},
                                                  [this](std::string_view name) { return tables.table(name); },
                                                  {}}
    {
    }

    Workbook workbook;
    ValidationTables tables;
    rules::Surroundings surroundings;
};

} // namespace

TEST(FunctionDocuments, DescribeEveryFunctionOnce)
{
    std::set<std::string_view> expected;
    for (const rules::Function& function : rules::functions())
        expected.insert(function.english);
    std::multiset<std::string> described;
    for (const rules::FunctionGroup& group : rules::function_groups(words().english))
        for (const rules::FunctionDocument& function : group.functions)
            described.insert(function.name);
    EXPECT_EQ(described, (std::multiset<std::string>(expected.begin(), expected.end())));
}

TEST(FunctionDocuments, DescribeNoFunctionThatIsGone)
{
    for (const auto& [key, text] : words().danish.all())
        if (key.starts_with("rule_function."))
        {
            const std::string name = key.substr(14, key.find('.', 14) - 14);
            EXPECT_FALSE(rules::find_functions(name).empty()) << key;
        }
}

TEST(FunctionDocuments, HaveExamplesThatCanBeRules)
{
    for (const Language language : both_languages)
    {
        Tables book(language);
        for (const rules::FunctionGroup& group : rules::function_groups(words().in(language)))
            for (const rules::FunctionDocument& function : group.functions)
            {
                const rules::Table* table = book.tables.table(function.example_table);
                ASSERT_NE(table, nullptr) << function.name;
                EXPECT_EQ(table->id, function.example_table) << function.name;
                const auto tree = rules::parse_expression(function.example);
                ASSERT_TRUE(std::holds_alternative<rules::Expression>(tree)) << function.example;
                EXPECT_TRUE(functions_in(std::get<rules::Expression>(tree)).contains(function.name))
                    << function.example;
                const auto bound = rules::bind(std::get<rules::Expression>(tree), *table, book.surroundings);
                if (const auto* fault = std::get_if<rules::RuleFault>(&bound))
                    ADD_FAILURE() << function.example << ": " << words().in(language).format(fault->key, fault->values);
                else
                    EXPECT_EQ(std::get<rules::Bound>(bound).type, rules::Type::truth) << function.example;
            }
    }
}

TEST(FunctionDocuments, WriteFunctionsAndDecimalsInTheirOwnLanguage)
{
    for (const Language language : both_languages)
    {
        std::set<std::string> own;
        for (const rules::Function& function : rules::functions())
            own.emplace(language == Language::danish ? function.danish : function.english);
        for (const rules::FunctionGroup& group : rules::function_groups(words().in(language)))
            for (const rules::FunctionDocument& function : group.functions)
            {
                const auto tree = rules::parse_expression(function.example);
                ASSERT_TRUE(std::holds_alternative<rules::Expression>(tree)) << function.example;
                for (const std::string& name : functions_in(std::get<rules::Expression>(tree)))
                    EXPECT_TRUE(own.contains(name)) << function.example << ": " << name;
                for (std::size_t i = 1; i + 1 < function.example.size(); ++i)
                {
                    if (std::isdigit(static_cast<unsigned char>(function.example[i - 1])) != 0 &&
                        std::isdigit(static_cast<unsigned char>(function.example[i + 1])) != 0)
                    {
                        EXPECT_NE(function.example[i], language == Language::danish ? '.' : ',') << function.example;
                    }
                }
            }
    }
}

TEST(FunctionDocuments, SayHowManyArgumentsThereAre)
{
    std::map<std::string, std::string> arguments;
    for (const rules::FunctionGroup& group : rules::function_groups(words().english))
        for (const rules::FunctionDocument& function : group.functions)
            arguments[function.name] = function.arguments;
    EXPECT_EQ(arguments["TODAY"], "none");
    EXPECT_EQ(arguments["NOT"], "1: condition");
    EXPECT_EQ(arguments["IF"], "3: condition; value; value");
    EXPECT_EQ(arguments["PREVIOUS"], "1 to 2: number; number");
    EXPECT_EQ(arguments["AND"], "1 or more: condition …");
    EXPECT_EQ(arguments["GROUPSUM"], "1 or more: number; key …");
    EXPECT_EQ(arguments["EXISTS"], "2, 4 …: column; key …");
    EXPECT_EQ(arguments["LOOKUP"], "3, 5 …: column; column; key …");
}

TEST(TableDocuments, NameTheColumnsThatTheTablesHave)
{
    for (const Language language : both_languages)
    {
        Tables book(language);
        const auto documents = rules::table_documents(words().in(language));
        ASSERT_EQ(documents.size(), rules::table_ids().size());
        for (const rules::TableDocument& document : documents)
        {
            const rules::Table* table = book.tables.table(document.name);
            ASSERT_NE(table, nullptr) << document.name;
            EXPECT_EQ(table->id, document.id);
            std::set<std::string> actual;
            for (const rules::Column& column : table->columns)
                if (!document.has_items || !book.workbook.line(column.names.front()))
                    actual.insert(rules::written_name(column.names.at(language == Language::danish ? 0 : 1)));
            EXPECT_EQ(std::set<std::string>(document.columns.begin(), document.columns.end()), actual) << document.id;
        }
    }
}

TEST(WrittenNames, StandInBracketsWhereTheyMust)
{
    EXPECT_EQ(rules::written_name("Værdi"), "Værdi");
    EXPECT_EQ(rules::written_name("befolkning_0_22"), "befolkning_0_22");
    EXPECT_EQ(rules::written_name("Cut-off date"), "[Cut-off date]");
    EXPECT_EQ(rules::written_name("2019"), "[2019]");
}

} // namespace trinvis
