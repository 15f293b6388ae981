// SPDX-License-Identifier: MPL-2.0
//
// The fewest cells to change: cases with the reasoning beside them, and against trying every set of cells.
#include "sample_size.hpp"
#include "workbook_fixture.hpp"

#include "table/text_match.hpp"
#include "validation/readiness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace trinvis
{

namespace
{

using rules::Rule;
using tests::day;
using tests::words;
using tests::WorkbookFixture;

const Date latest = day(2018, 12, 31);

Rule error_rule(std::string id, std::string table, std::string must, std::string when = {})
{
    Rule rule;
    rule.id = std::move(id);
    rule.table = std::move(table);
    rule.must = std::move(must);
    rule.when = std::move(when);
    rule.severity = "error";
    return rule;
}

/// Asks about own rules instead of those of the workbook.
Readiness asked(const WorkbookFixture& book, std::vector<Rule> own_rules, std::size_t steps = 200'000)
{
    for (Rule& rule : own_rules)
        rule.severity = words().danish.get("severity.error");
    const Workbook workbook = book.read();
    ValidationTables tables(workbook, words());
    rules::Surroundings surroundings;
    surroundings.municipalities = &tests::municipalities();
    for (const EntryLine& line : workbook.lines)
        surroundings.items.insert(folded(line.id));
    Finding finding;
    finding.rule = own_rules.front().id;
    return smallest_correction(workbook, tables, own_rules, surroundings, {finding}, words(), steps);
}

std::string cells_of(const Readiness& readiness)
{
    std::string text = readiness.exact ? "" : "about ";
    for (const Place& place : readiness.cells)
        text += std::to_string(place.sheet) + "!" + cell_address(place.row, place.column) + " ";
    return text;
}

/// An empty workbook with some items of one round filled in.
WorkbookFixture with(const std::map<std::string, Cell>& items)
{
    WorkbookFixture book(Language::danish);
    for (const auto& [item, value] : items)
        book.entry(item, latest) = value;
    return book;
}

std::set<Place> places(const WorkbookFixture& book, const std::vector<std::string>& items)
{
    std::set<Place> all;
    for (const std::string& item : items)
        all.insert(book.place("entry", item, iso_date(latest)));
    return all;
}

std::set<Place> cells(const Readiness& readiness)
{
    return {readiness.cells.begin(), readiness.cells.end()};
}

} // namespace

TEST(Readiness, OfACleanWorkbookNeedsNothing)
{
    const Validation validation = WorkbookFixture::filled(Language::danish).validate();
    EXPECT_TRUE(validation.readiness.cells.empty());
    EXPECT_TRUE(validation.readiness.exact);
}

TEST(Readiness, CountsEachWrongCellOnce)
{
    // A negative number breaks V04, a text V02, an error V01, and each is a cell of its own. The negative one is also
    // no whole number (V05): one cell all the same.
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const Date first = tests::demo_cut_offs().at(1);
    const Date second = tests::demo_cut_offs().at(3);
    book.entry("anbragte", first) = Cell{-1.5};
    book.entry("netvaerk", second) = Cell{"12.5"};
    book.entry("netvaerk", latest) = Cell{CellError{}};
    const Readiness readiness = book.validate().readiness;
    EXPECT_EQ(cells(readiness), (std::set{book.place("entry", "anbragte", iso_date(first)),
                                          book.place("entry", "netvaerk", iso_date(second)),
                                          book.place("entry", "netvaerk", iso_date(latest))}));
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, NeedsOneCellWherePartsExceedTheirTotal)
{
    // 60 + 60 > 100. Any one of the three will do: a part down to 40 or the total up to 120.
    const WorkbookFixture book = with({{"institution", 60.0}, {"plejefamilie", 60.0}, {"anbragte", 100.0}});
    const Readiness readiness = asked(book, {error_rule("A", "rounds", "institution + plejefamilie <= anbragte")});
    ASSERT_EQ(readiness.cells.size(), 1U);
    EXPECT_TRUE(places(book, {"institution", "plejefamilie", "anbragte"}).contains(readiness.cells.front()));
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, DoesNotMendOneRuleByBreakingAnother)
{
    // The total cannot be raised to 120: it may not exceed boern, which is 100. The parts 60 may not go below 50 and 60:
    // that leaves the one part.
    const WorkbookFixture book =
        with({{"institution", 60.0}, {"plejefamilie", 60.0}, {"anbragte", 100.0}, {"hjemmebaseret", 100.0}});
    const Readiness readiness = asked(book, {error_rule("A", "rounds", "institution + plejefamilie <= anbragte"),
                                             error_rule("B", "rounds", "anbragte <= hjemmebaseret"),
                                             error_rule("C", "rounds", "plejefamilie >= 60")});
    EXPECT_EQ(cells(readiness), places(book, {"institution"})) << cells_of(readiness);
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, TakesTheCellThatBrokenRulesShare)
{
    // 50 <= 10 and 50 <= 20 are both broken; each could be mended by itself, 50 alone mends both.
    const WorkbookFixture book = with({{"anbragte", 50.0}, {"institution", 10.0}, {"plejefamilie", 20.0}});
    const Readiness readiness = asked(book, {error_rule("A", "rounds", "anbragte <= institution"),
                                             error_rule("B", "rounds", "anbragte <= plejefamilie")});
    EXPECT_EQ(cells(readiness), places(book, {"anbragte"}));
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, ReachesBeyondTheBrokenRulesWhereItMust)
{
    // anbragte must be 10 or more, which breaks anbragte <= institution = 7: so institution has to go along, and with
    // it nothing else, because institution <= plejefamilie = 12 leaves room for 10.
    const WorkbookFixture book = with({{"anbragte", 5.0}, {"institution", 7.0}, {"plejefamilie", 12.0}});
    const Readiness readiness =
        asked(book, {error_rule("A", "rounds", "anbragte >= 10"), error_rule("B", "rounds", "anbragte <= institution"),
                     error_rule("C", "rounds", "institution <= plejefamilie")});
    EXPECT_EQ(cells(readiness), places(book, {"anbragte", "institution"}));
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, JoinsPartsThatDisturbEachOther)
{
    // anbragte must be at least 10, plejefamilie at most 1, and both equal institution + 2. Each alone would take two
    // cells, itself and institution; but no institution fits both: 10 - 2 and 1 - 2. The offset netvaerk of the second
    // is the fourth cell; without the search together, three would be claimed.
    const WorkbookFixture book =
        with({{"anbragte", 5.0}, {"plejefamilie", 5.0}, {"institution", 3.0}, {"netvaerk", 2.0}});
    const Readiness readiness =
        asked(book, {error_rule("A", "rounds", "anbragte >= 10"), error_rule("B", "rounds", "plejefamilie <= 1"),
                     error_rule("C", "rounds", "anbragte = institution + 2"),
                     error_rule("D", "rounds", "plejefamilie = institution + netvaerk")});
    EXPECT_EQ(cells(readiness), places(book, {"anbragte", "plejefamilie", "institution", "netvaerk"}));
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, SharesACellThatNeitherBrokenRuleHolds)
{
    // Each of two broken cells is tied to institution by an equation; one institution serves both, so three cells and
    // not two times two.
    const WorkbookFixture book = with({{"anbragte", 5.0}, {"plejefamilie", 5.0}, {"institution", 5.0}});
    const Readiness readiness =
        asked(book, {error_rule("A", "rounds", "anbragte >= 10"), error_rule("B", "rounds", "plejefamilie >= 10"),
                     error_rule("C", "rounds", "anbragte = institution"),
                     error_rule("D", "rounds", "plejefamilie = institution")});
    EXPECT_EQ(cells(readiness), places(book, {"anbragte", "plejefamilie", "institution"}));
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, KnowsThatACountIsWhole)
{
    // Twice institution shall be 7: as a whole number it cannot, so it is the 7 that is wrong.
    const WorkbookFixture book = with({{"institution", 2.0}, {"anbragte", 7.0}});
    const Readiness readiness = asked(book, {error_rule("A", "rounds", "2 * institution = anbragte"),
                                             error_rule("B", "rounds", "ER.HELTAL(institution)")});
    EXPECT_EQ(cells(readiness), places(book, {"anbragte"}));
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, KnowsTheRoundBefore)
{
    // 10, 50, 10: both jumps are broken and share the round between.
    WorkbookFixture book(Language::danish);
    const std::vector<Date>& dates = tests::demo_cut_offs();
    for (const auto& [index, value] : {std::pair{2U, 10.0}, std::pair{3U, 50.0}, std::pair{4U, 10.0}})
        book.entry("anbragte", dates.at(index)) = Cell{value};
    const Readiness readiness = asked(book, {error_rule("A", "values", "ABS(Værdi - Forrige) <= 10")});
    EXPECT_EQ(cells(readiness), std::set{book.place("entry", "anbragte", iso_date(dates.at(3)))});
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, SeesThroughAFiguresQuotient)
{
    // Figure 3 is plejefamilie per 100 of anbragte: 60 of 100. A share of 30 or less needs one of the two; anbragte may
    // not grow beyond 150, which leaves the numerator.
    const WorkbookFixture book = with({{"plejefamilie", 60.0}, {"anbragte", 100.0}});
    const Rule share = error_rule("A", "figures", "Værdi <= 30", "Nøgletal = \"3\"");
    const Readiness either = asked(book, {share});
    EXPECT_EQ(either.cells.size(), 1U);
    EXPECT_TRUE(either.exact);
    const Readiness one = asked(book, {share, error_rule("B", "rounds", "anbragte <= 150")});
    EXPECT_EQ(cells(one), places(book, {"plejefamilie"}));
    EXPECT_TRUE(one.exact);
}

TEST(Readiness, ChangesAllButOneOfRowsThatMayNotBeAlike)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    const std::vector<Figure> figures = book.read().figures;
    book.at("catalogue", figures.at(1).id, "number") = Cell{figures.front().id};
    book.at("catalogue", figures.at(2).id, "number") = Cell{figures.front().id};
    const Validation validation = book.validate();
    EXPECT_EQ(std::count_if(validation.findings.begin(), validation.findings.end(),
                            [](const Finding& finding) { return finding.rule == "K01"; }),
              3);
    EXPECT_EQ(std::count_if(validation.readiness.cells.begin(), validation.readiness.cells.end(),
                            [&](const Place& place) { return place.sheet == book.sheet("catalogue"); }),
              2);
}

TEST(Readiness, CountsADoubledComparisonRowOnce)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.add_comparison("101", "anbragte", latest, Cell{10.0});
    book.add_comparison("101", "anbragte", latest, Cell{11.0});
    book.add_comparison("411", "anbragte", latest, Cell{12.0});
    const Readiness readiness = book.validate().readiness;
    EXPECT_EQ(readiness.cells.size(), 2U) << "the second of the doubled rows, and the code that is no municipality";
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, CountsWhatIsNoNumberByItsPlace)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("facts", "municipality_code", "value") = Cell{"411"};
    book.at("entry", "heading", iso_date(latest)) = Cell{"31-02-2018"};
    book.at("catalogue", "3", "working_definition") = Cell{"se 010190-1234"};
    book.at("rules", "V04", "must") = Cell{"Ukendt > 0"};
    const Readiness readiness = book.validate().readiness;
    EXPECT_TRUE(cells(readiness).contains(book.place("facts", "municipality_code", "value")));
    EXPECT_TRUE(cells(readiness).contains(book.place("rules", "V04", "must")));
    EXPECT_TRUE(cells(readiness).contains(book.place("catalogue", "3", "working_definition")));
    EXPECT_EQ(readiness.cells.size(), 4U) << cells_of(readiness) << "and the heading";
    EXPECT_TRUE(readiness.exact);
}

TEST(Readiness, IsAnApproximationWhereARuleIsNotUnderstood)
{
    // Two look-ups that are both in vain: one of the two cells is enough, which one nobody can tell.
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.at("catalogue", "1", "numerator_item") = Cell{"findes ikke"};
    book.at("catalogue", "1", "denominator_item") = Cell{"heller ikke"};
    const Readiness several =
        asked(book, {error_rule("A", "catalogue", "ELLER(ER.POST(Tællerpost); ER.POST(Nævnerpost))", "Nr = \"1\"")});
    EXPECT_EQ(several.cells.size(), 1U);
    EXPECT_FALSE(several.exact);
    const Readiness single = asked(book, {error_rule("A", "catalogue", "ER.POST(Tællerpost)", "Nr = \"1\"")});
    EXPECT_EQ(single.cells.size(), 1U);
    EXPECT_TRUE(single.exact);
}

TEST(Readiness, OfRulesThatCannotBeKeptIsAnApproximation)
{
    const WorkbookFixture book = with({{"anbragte", 4.0}});
    const Readiness readiness =
        asked(book, {error_rule("A", "rounds", "anbragte > 5"), error_rule("B", "rounds", "anbragte < 3")});
    EXPECT_EQ(cells(readiness), places(book, {"anbragte"}));
    EXPECT_FALSE(readiness.exact);
}

TEST(Readiness, SaysSoWhenItGivesUp)
{
    const WorkbookFixture book = with({{"institution", 60.0}, {"plejefamilie", 60.0}, {"anbragte", 100.0}});
    const std::vector<Rule> rules{error_rule("A", "rounds", "institution + plejefamilie <= anbragte")};
    EXPECT_TRUE(asked(book, rules).exact);
    const Readiness readiness = asked(book, rules, 1);
    EXPECT_FALSE(readiness.exact);
    EXPECT_EQ(readiness.cells.size(), 1U) << "every broken rule is reached all the same";
}

TEST(Readiness, OfAWholeWorkbookOfFaultsIsExact)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (const Date date : tests::demo_cut_offs())
        for (const EntryLine& line : book.read().lines)
            book.entry(line.id, date) = Cell{-1.5};
    const Readiness readiness = book.validate().readiness;
    EXPECT_EQ(readiness.cells.size(), 17U * 11U);
    EXPECT_TRUE(readiness.exact);
}

namespace
{

const std::vector<std::string> four_items{"anbragte", "institution", "plejefamilie", "netvaerk"};
constexpr int numbers_tried = 4; // 0 to 3

std::string random_condition(std::mt19937& random)
{
    const auto item = [&] { return four_items.at(random() % four_items.size()); };
    static const char* const signs[] = {" = ", " <> ", " < ", " <= ", " > ", " >= "};
    const std::string sign = signs[random() % 6U];
    switch (random() % 6U)
    {
    case 0:
        return item() + sign + std::to_string(random() % 4U);
    case 1:
        return item() + " + " + item() + sign + item();
    case 2:
        return "ELLER(" + item() + sign + item() + "; " + item() + " > " + std::to_string(random() % 3U) + ")";
    case 3:
        return "ABS(" + item() + " - " + item() + ") <= " + std::to_string(random() % 3U);
    case 4:
        return "MAKS(" + item() + "; " + item() + ")" + sign + std::to_string(random() % 4U);
    default:
        return item() + sign + "2 * " + item() + " - " + std::to_string(random() % 3U);
    }
}

/// Whether every rule is kept by four values; a cell without a number leaves what needs it undecided.
class Trial
{
public:
    explicit Trial(const std::vector<Rule>& rules)
    {
        std::size_t combinations = 1;
        for (std::size_t i = 0; i < four_items.size(); ++i)
            combinations *= numbers_tried + 1;
        m_table.rows = combinations;
        std::size_t repeat = 1;
        for (const std::string& item : four_items)
        {
            std::vector<Value> values;
            for (std::size_t row = 0; row < combinations; ++row)
            {
                const std::size_t digit = row / repeat % (numbers_tried + 1);
                values.push_back(digit == numbers_tried ? Value{ValueState::text}
                                                        : Value{ValueState::number, static_cast<double>(digit)});
            }
            repeat *= numbers_tried + 1;
            m_table.columns.push_back(rules::Column::of_numbers({item}, std::move(values)));
        }
        m_kept.resize(combinations, true);
        const rules::Surroundings surroundings;
        const auto run = [&](const std::string& text)
        {
            return std::get<rules::Bound>(
                       rules::bind(std::get<rules::Expression>(rules::parse_expression(text)), m_table, surroundings))
                .run({0, combinations});
        };
        for (const Rule& rule : rules)
        {
            const rules::Answers must = run(rule.must);
            const rules::Answers when = run(rule.when.empty() ? "1 = 1" : rule.when);
            for (std::size_t row = 0; row < combinations; ++row)
                if (must.truth(row) == rules::Truth::no && when.truth(row) == rules::Truth::yes)
                    m_kept[row] = false;
        }
    }

    /// The fewest values to change, nothing when no values keep all rules. A changed value is a number.
    [[nodiscard]] std::optional<std::size_t> fewest(const std::vector<std::size_t>& digits) const
    {
        std::optional<std::size_t> best;
        for (std::size_t row = 0; row < m_kept.size(); ++row)
        {
            std::size_t changes = 0;
            std::size_t left = row;
            bool allowed = m_kept[row];
            for (const std::size_t digit : digits)
            {
                const std::size_t now = left % (numbers_tried + 1);
                left /= numbers_tried + 1;
                changes += now == digit ? 0U : 1U;
                allowed = allowed && (now == digit || now != numbers_tried);
            }
            if (allowed && (!best || changes < *best))
                best = changes;
        }
        return best;
    }

    /// Whether changing no more than the marked values can do.
    [[nodiscard]] bool suffices(const std::vector<std::size_t>& digits, const std::vector<bool>& changed) const
    {
        for (std::size_t row = 0; row < m_kept.size(); ++row)
        {
            std::size_t left = row;
            bool allowed = m_kept[row];
            for (std::size_t i = 0; i < digits.size(); ++i)
            {
                const std::size_t now = left % (numbers_tried + 1);
                left /= numbers_tried + 1;
                allowed = allowed && (changed[i] ? now != numbers_tried : now == digits[i]);
            }
            if (allowed)
                return true;
        }
        return false;
    }

private:
    rules::Table m_table;
    std::vector<bool> m_kept;
};

} // namespace

TEST(Readiness, IsAsSmallAsTryingEverySetFinds)
{
    std::mt19937 random(5);
    std::map<std::size_t, int> sizes;
    int hopeless = 0;
    for (int round = 0; round < static_cast<int>(tests::sample_size(400)); ++round)
    {
        std::vector<Rule> rules;
        for (const std::string& item : four_items)
            rules.push_back(
                error_rule("D" + item, "rounds",
                           "OG(ER.TAL(" + item + "); " + item + " >= 0; " + item + " <= 3; ER.HELTAL(" + item + "))"));
        for (std::size_t i = 0; i < 1 + random() % 5U; ++i)
            rules.push_back(error_rule("R" + std::to_string(i), "rounds", random_condition(random),
                                       random() % 3U == 0 ? random_condition(random) : std::string{}));
        std::vector<std::size_t> digits;
        std::map<std::string, Cell> values;
        for (const std::string& item : four_items)
        {
            digits.push_back(random() % (random() % 3U == 0 ? 5U : 4U));
            values[item] =
                digits.back() == numbers_tried ? Cell{"ukendt tal"} : Cell{static_cast<double>(digits.back())};
        }
        std::string told = "round " + std::to_string(round) + ":";
        for (const Rule& rule : rules)
            told += " [" + rule.when + " => " + rule.must + "]";
        WorkbookFixture book(Language::danish, WorkbookFixture::aalborg, {latest});
        for (const auto& [item, value] : values)
            book.entry(item, latest) = value;
        const Readiness readiness = asked(book, rules);
        const Trial trial(rules);
        const std::optional<std::size_t> fewest = trial.fewest(digits);
        ASSERT_EQ(readiness.exact, fewest.has_value()) << told;
        hopeless += fewest ? 0 : 1;
        if (!fewest)
            continue;
        ASSERT_EQ(readiness.cells.size(), *fewest) << told << cells_of(readiness);
        std::vector<bool> changed;
        for (const std::string& item : four_items)
            changed.push_back(cells(readiness).contains(book.place("entry", item, iso_date(latest))));
        ASSERT_TRUE(trial.suffices(digits, changed)) << told << cells_of(readiness);
        ++sizes[*fewest];
    }
    EXPECT_GE(hopeless, static_cast<int>(tests::sample_size(6)));
    for (const std::size_t size : {0U, 1U, 2U, 3U})
        EXPECT_GE(sizes[size], static_cast<int>(tests::sample_size(6))) << size;
}

TEST(ReadinessLine, SaysHowManyCellsToChange)
{
    Validation validation;
    Finding finding;
    validation.findings.assign(4, finding);
    finding.severity = rules::Severity::warning;
    validation.findings.insert(validation.findings.end(), 3, finding);
    finding.status = FindingStatus::explained;
    validation.findings.push_back(finding);
    validation.readiness.cells.resize(6);
    EXPECT_EQ(readiness_line(validation, words().danish), "Ikke klar: 4 fejl, 3 uforklarede advarsler. Ret 6 celler.");
    EXPECT_EQ(readiness_line(validation, words().english),
              "Not ready: 4 errors, 3 unexplained warnings. Correct 6 cells.");
    validation.readiness.exact = false;
    EXPECT_EQ(readiness_line(validation, words().danish),
              "Ikke klar: 4 fejl, 3 uforklarede advarsler. Ret omkring 6 celler (et skøn).");
    validation.readiness = {{Place{}}, true};
    validation.findings.resize(1);
    EXPECT_EQ(readiness_line(validation, words().danish), "Ikke klar: 1 fejl. Ret 1 celle.");
    EXPECT_EQ(readiness_line(validation, words().english), "Not ready: 1 error. Correct 1 cell.");
}

TEST(ReadinessLine, CountsNoWarningThatIsExplained)
{
    Validation validation;
    Finding finding;
    finding.severity = rules::Severity::warning;
    finding.status = FindingStatus::explained;
    validation.findings.assign(2, finding);
    validation.values_checked = 1;
    EXPECT_EQ(readiness_line(validation, words().danish), "Ingen fejl fundet.");
    validation.findings.front().status = FindingStatus::ask_again;
    EXPECT_EQ(readiness_line(validation, words().danish),
              "Ingen fejl fundet. 1 uforklaret advarsel skal rettes eller forklares.");
}

} // namespace trinvis
