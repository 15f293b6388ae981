// SPDX-License-Identifier: MPL-2.0
//
// The spreadsheet functions called in every way there is: from a cell in a Danish and in an English office, through
// FunctionAccess, by a program and by a macro. The numbers and their sources stand in tests/data/function_cases.json.
#include "function_cases.hpp"

#include "functions/function_table.hpp"

#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/script/XLibraryContainer.hpp>
#include <com/sun/star/script/provider/XScriptProviderFactory.hpp>
#include <com/sun/star/sheet/XFunctionAccess.hpp>
#include <org/trinvis/XFunctions.hpp>
#include <set>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr sal_Int32 wrong_argument = 502;
constexpr sal_Int32 not_available = 32767;

class FunctionsTest : public SpreadsheetTest
{
protected:
    css::uno::Reference<css::sheet::XFunctionAccess> access() const
    {
        return running().create<css::sheet::XFunctionAccess>("com.sun.star.sheet.FunctionAccess");
    }

    css::uno::Reference<org::trinvis::XFunctions> functions() const
    {
        return running().create<org::trinvis::XFunctions>("org.trinvis.Functions");
    }
};

/// The type that C++ cannot tell from a character.
css::uno::Any unsigned_short(sal_uInt16 number)
{
    return {&number, cppu::UnoType<cppu::UnoUnsignedShortType>::get()};
}

/// Types every case into a sheet in the office's own language and looks at what the cells show.
void expect_cases_in_cells(const Document& document, Language language)
{
    const Sheet sheet = first_sheet(document);
    const Texts& texts = package_texts(language);
    const bool danish = language == Language::danish;
    const char separator = danish ? ';' : ',';
    int row = 0;
    for (const FunctionCase& one : function_cases())
    {
        const functions::SpreadsheetFunction* function = functions::find_function(one.function());
        ASSERT_NE(function, nullptr) << one.function();
        int next = 0;
        const std::string call = one.put_into(sheet, row, functions::display_name(*function, texts), separator, next);
        const auto result = [&](const std::string& formula)
        {
            const auto cell = sheet->getCellByPosition(0, row);
            type_formula(sheet, cell_address(row, 0), "=" + formula);
            return cell;
        };
        if (one.refuses() || one.not_there())
        {
            EXPECT_EQ(result(call)->getError(), one.refuses() ? wrong_argument : not_available) << one.label();
        }
        const nlohmann::json rows = one.rows();
        for (std::size_t r = 0; r < rows.size(); ++r)
            for (std::size_t c = 0; c < rows[r].size(); ++c)
            {
                const std::string formula = one.gives_rows()
                                                ? std::string(danish ? "INDEKS(" : "INDEX(") + call + separator +
                                                      std::to_string(r + 1) + separator + std::to_string(c + 1) + ")"
                                                : call;
                const auto cell = result(formula);
                EXPECT_EQ(cell->getError(), 0) << one.label();
                if (rows[r][c].is_string())
                    EXPECT_EQ(shown(sheet, cell_address(row, 0)), "") << one.label();
                else
                    expect_value(css::uno::Any(cell->getValue()), rows[r][c], one.label());
            }
        row = next;
    }
}

} // namespace

TEST_F(FunctionsTest, EachHasACaseThatComputesAndOneThatRefuses)
{
    std::set<std::string> computing;
    std::set<std::string> refusing;
    for (const FunctionCase& one : function_cases())
        (one.refuses() ? refusing : computing).insert(one.function());
    for (const functions::SpreadsheetFunction& function : functions::all_functions())
    {
        EXPECT_TRUE(computing.contains(std::string(function.name))) << function.name;
        // The two ends of an interval refuse alike.
        std::string other(function.name);
        if (other.ends_with("Lower"))
            other.replace(other.size() - 5, 5, "Upper");
        else if (other.ends_with("Upper"))
            other.replace(other.size() - 5, 5, "Lower");
        EXPECT_TRUE(refusing.contains(std::string(function.name)) || refusing.contains(other)) << function.name;
    }
}

TEST_F(FunctionsTest, ComputeInTheCellsOfADanishOffice)
{
    expect_cases_in_cells(spreadsheet(), Language::danish);
}

TEST_F(FunctionsTest, ComputeInTheCellsOfAnEnglishOffice)
{
    RunningOffice english({.locale = "en-US"});
    const Model model = english.load("private:factory/scalc");
    expect_cases_in_cells(query<css::sheet::XSpreadsheetDocument>(model), Language::english);
    close(model);
    EXPECT_EQ(english.stop(), 0);
}

TEST_F(FunctionsTest, ComputeThroughFunctionAccess)
{
    for (const FunctionCase& one : function_cases())
    {
        css::uno::Sequence<css::uno::Any> arguments = one.arguments();
        // LibreOffice 7.4 hands TRUE on as 0, to its own functions too: IF(TRUE; 1; 2) is 2.
        for (css::uno::Any& argument : arguments)
            if (bool flag = false; argument >>= flag)
                argument <<= (flag ? 1.0 : 0.0);
        const auto call = [&] { return access()->callFunction(from_utf8(one.full_name()), arguments); };
        if (one.refuses())
        {
            EXPECT_THROW(call(), css::lang::IllegalArgumentException) << one.label();
            continue;
        }
        const css::uno::Any answer = call();
        if (one.not_there())
        {
            EXPECT_FALSE(answer.hasValue()) << one.label();
            continue;
        }
        const nlohmann::json rows = one.rows();
        if (!one.gives_rows())
        {
            expect_value(answer, rows[0][0], one.label());
            continue;
        }
        CellRows cells;
        ASSERT_TRUE(answer >>= cells) << one.label();
        ASSERT_EQ(static_cast<std::size_t>(cells.getLength()), rows.size()) << one.label();
        for (std::size_t r = 0; r < rows.size(); ++r)
        {
            const auto& row = cells[static_cast<sal_Int32>(r)];
            ASSERT_EQ(static_cast<std::size_t>(row.getLength()), rows[r].size()) << one.label();
            for (std::size_t c = 0; c < rows[r].size(); ++c)
                expect_value(row[static_cast<sal_Int32>(c)], rows[r][c], one.label());
        }
    }
}

TEST_F(FunctionsTest, TakeEveryTypeOfNumberInARange)
{
    const css::uno::Sequence<css::uno::Any> row = sequence<css::uno::Any>(
        {css::uno::Any(sal_Int8(9)), css::uno::Any(sal_Int16(8)), unsigned_short(7), css::uno::Any(sal_Int32(6)),
         css::uno::Any(sal_uInt32(5)), css::uno::Any(sal_Int64(4)), css::uno::Any(sal_uInt64(3)), css::uno::Any(2.0F),
         css::uno::Any(1.5), css::uno::Any(true), css::uno::Any(), css::uno::Any(rtl::OUString("  ")),
         css::uno::Any(from_utf8("-0,5"))});
    const CellRows ranks = functions()->rankOf(CellRows(&row, 1), css::uno::Any());
    ASSERT_EQ(ranks.getLength(), 13);
    const std::vector<double> expected{11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    for (std::size_t place = 0; place < expected.size(); ++place)
        expect_value(ranks[static_cast<sal_Int32>(place)][0], expected[place], "place " + std::to_string(place));
    expect_value(ranks[10][0], "", "nothing");
    expect_value(ranks[11][0], "", "blanks");
    expect_value(ranks[12][0], 1, "a text that is one number");
}

TEST_F(FunctionsTest, TakeEveryTypeOfFlag)
{
    const CellRows values = cell_rows({{3}, {1}});
    const auto first_rank = [&](const css::uno::Any& flag)
    { return functions()->rankOf(values, flag)[0][0].get<double>(); };
    for (const css::uno::Any& yes : {css::uno::Any(true), css::uno::Any(1.0), css::uno::Any(sal_Int16(1)),
                                     css::uno::Any(sal_Int64(1)), css::uno::Any(cell_rows({{1}}))})
        EXPECT_EQ(first_rank(yes), 1) << to_utf8(yes.getValueTypeName());
    for (const css::uno::Any& no :
         {css::uno::Any(), css::uno::Any(false), css::uno::Any(0.0), unsigned_short(0), css::uno::Any(rtl::OUString())})
        EXPECT_EQ(first_rank(no), 2) << to_utf8(no.getValueTypeName());
    for (const css::uno::Any& neither : {css::uno::Any(2.0), css::uno::Any(from_utf8("ja")),
                                         css::uno::Any(cell_rows({{1}, {0}})), css::uno::Any(values[0][0])})
        EXPECT_THROW(functions()->rankOf(values, neither), css::lang::IllegalArgumentException);
}

TEST_F(FunctionsTest, TakeAListOfAMacroWhereARangeMayBeLeftOut)
{
    const CellRows z = cell_rows({{-1}, {0.5}, {2}});
    const css::uno::Any one(1.0);
    const css::uno::Any row(css::uno::Sequence<css::uno::Any>(&one, 1));
    const css::uno::Any list(sequence<css::uno::Any>({one, one, one}));
    const css::uno::Any lists(sequence<css::uno::Any>({row, row, row}));
    const css::uno::Any range(cell_rows({{1}, {1}, {1}}));
    const double tau = functions()->overdispersion(z, 0, range)[0][1].get<double>();
    EXPECT_NEAR(tau, 1.625, 1e-12);
    EXPECT_EQ(functions()->overdispersion(z, 0, list)[0][1].get<double>(), tau);
    EXPECT_EQ(functions()->overdispersion(z, 0, lists)[0][1].get<double>(), tau);
    EXPECT_THROW(functions()->overdispersion(z, 0, one), css::lang::IllegalArgumentException);
}

TEST_F(FunctionsTest, RefuseRowsOfDifferentLengths)
{
    EXPECT_THROW(functions()->theilSen(cell_rows({{1, 2}, {3}})), css::lang::IllegalArgumentException);
    EXPECT_THROW(functions()->theilSen(cell_rows(nlohmann::json::array())), css::lang::IllegalArgumentException);
}

TEST_F(FunctionsTest, SayWhichFunctionRefused)
{
    try
    {
        functions()->wilsonLower(81, 263, 95);
        FAIL() << "accepted";
    }
    catch (const css::lang::IllegalArgumentException& error)
    {
        EXPECT_EQ(to_utf8(error.Message), "WILSON.NEDRE: et argument kan ikke bruges. Se funktionsguiden.");
    }
}

TEST_F(FunctionsTest, AnswerAMacro)
{
    const auto libraries =
        running().create<css::script::XLibraryContainer>("com.sun.star.script.ApplicationScriptLibraryContainer");
    css::uno::Reference<css::container::XNameContainer> library =
        libraries->hasByName("Standard") ? query<css::container::XNameContainer>(libraries->getByName("Standard"))
                                         : libraries->createLibrary("Standard");
    libraries->loadLibrary("Standard");
    library->insertByName("Trinvis", css::uno::Any(from_utf8(R"(
Function Answers() As String
    Dim oFunctions, aRanks, oFlag
    oFunctions = createUnoService("org.trinvis.Functions")
    aRanks = oFunctions.rankOf(Array(Array(30), Array(""), Array(10)), False)
    Answers = Format(oFunctions.wilsonLower(81, 263, 0.95), "0.0000") & "|" & oFunctions.funnelVerdict(30, 100, 0.2) & "|" & _
        aRanks(0)(0) & "|" & aRanks(1)(0) & "|" & aRanks(2)(0) & "|" & UBound(aRanks)
End Function
)")));
    const auto provider = query<css::script::provider::XScriptProviderFactory>(
                              running().context()->getValueByName(
                                  "/singletons/com.sun.star.script.provider.theMasterScriptProviderFactory"))
                              ->createScriptProvider(css::uno::Any(rtl::OUString("user")));
    const auto script =
        provider->getScript("vnd.sun.star.script:Standard.Trinvis.Answers?language=Basic&location=application");
    css::uno::Sequence<sal_Int16> places;
    css::uno::Sequence<css::uno::Any> outs;
    const css::uno::Any answer = script->invoke(css::uno::Sequence<css::uno::Any>(), places, outs);
    library->removeByName("Trinvis");
    EXPECT_EQ(to_utf8(answer.get<rtl::OUString>()), "0,2553|1|2||1|2");
}

} // namespace trinvis::testing
