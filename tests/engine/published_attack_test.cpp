// SPDX-License-Identifier: MPL-2.0
//
// Trying to work hidden counts out of what others get to see: the sheets Sammenligning and Diagramdata, the charts and
// the plan. What the reader knows is taken from there, from the catalogue and from the population that everybody knows;
// the relations between the counts are written down here once more, by hand, from the definitions.
#include "attack.hpp"
#include "compared.hpp"
#include "published.hpp"
#include "sample_size.hpp"

#include "table/text_match.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace trinvis
{

namespace
{

using namespace privacy;
using tests::Attack;
using tests::Published;
using tests::shared;
using tests::words;
using tests::WorkbookFixture;

constexpr std::array small_municipalities{"825", "563", "741", "492", "482", "773"};

using ItemAtDate = std::pair<std::string, Date>;

double number_in(const WorkbookFixture& book, const ItemAtDate& item)
{
    const Place place = book.place("entry", item.first, iso_date(item.second));
    const Grid& grid = book.cells.sheets.at(static_cast<std::size_t>(place.sheet));
    return std::get<double>(grid.at(place.row, place.column));
}

/// What a reader learns of the own municipality's counts.
class Reader
{
public:
    /// The population of each date is public.
    explicit Reader(const WorkbookFixture& book) : m_language(book.read().language)
    {
        for (const Date date : tests::demo_cut_offs())
            learn({"befolkning_0_22", date}, number_in(book, {"befolkning_0_22", date}));
    }

    Reader(const Published& seen, const WorkbookFixture& book) : Reader(book)
    {
        read_details(seen.report.sheet);
        for (const PlacedChart& chart : seen.report.charts)
            read_chart(chart.content);
        for (const auto& [slot, blocks] : seen.plan.slots)
            for (const PlanBlock& block : blocks)
                if (const PlanChart* chart = std::get_if<PlanChart>(&block))
                    read_chart(chart->content);
    }

    std::size_t unknown(const ItemAtDate& item)
    {
        const auto [found, is_new] = m_unknowns.try_emplace(item, 0);
        if (is_new)
            found->second = attack.unknown(0);
        return found->second;
    }

    void learn(const ItemAtDate& item, double number)
    {
        m_known[item] = number;
        attack.know({{unknown(item), 1}}, number, number);
    }

    [[nodiscard]] bool knows(const ItemAtDate& item) const
    {
        return m_known.contains(item);
    }

    Attack attack;
    std::size_t learned = 0; ///< values of figures

private:
    /// The table with all groups in numbers: the own counts stand there as they are.
    void read_details(const SheetContent& sheet)
    {
        const Texts& texts = words().in(m_language);
        std::map<std::string, std::size_t> columns;
        for (const auto& row : sheet.rows)
        {
            std::map<std::string, std::size_t> headings;
            for (const char* key : {"figure", "period", "numerator", "denominator"})
                for (std::size_t column = 0; column < row.size(); ++column)
                    if (const std::string* text = std::get_if<std::string>(&row[column]);
                        text && *text == texts.get("benchmark.column." + std::string(key)))
                        headings[key] = column;
            if (headings.size() == 4)
                columns = headings;
            else if (!columns.empty() && row.size() > columns["denominator"])
                read_row(row, columns);
        }
    }

    void read_row(const std::vector<ContentCell>& row, std::map<std::string, std::size_t>& columns)
    {
        const std::string* id = std::get_if<std::string>(&row[columns["figure"]]);
        const Date* date = std::get_if<Date>(&row[columns["period"]]);
        const Figure* figure = id ? figure_of(*id) : nullptr;
        if (!figure || !date)
            return;
        if (const double* numerator = std::get_if<double>(&row[columns["numerator"]]))
            learn({figure->numerator, *date}, *numerator);
        if (const double* denominator = std::get_if<double>(&row[columns["denominator"]]))
            learn({figure->denominator, *date}, *denominator);
        ++learned;
    }

    /// A development shows quotients in full: as whole numbers they are p times something over q times the same.
    void read_chart(const ChartContent& chart)
    {
        if (chart.kind != ChartKind::lines)
            return;
        const Figure* figure = figure_of(chart.title.substr(0, chart.title.find(' ')));
        if (!figure || figure->denominator.empty() || figure->kind == FigureKind::ratio)
            return;
        for (const ChartSeries& series : chart.series)
            for (std::size_t i = 0; series.role == SeriesRole::own && i < chart.categories.size(); ++i)
                if (const auto date = parse_date(chart.categories[i]); date && series.y[i])
                    learn_quotient(*figure, *date, *series.y[i] / figure->factor);
    }

    void learn_quotient(const Figure& figure, Date date, double quotient)
    {
        ++learned;
        const ItemAtDate numerator{figure.numerator, date};
        const ItemAtDate denominator{figure.denominator, date};
        if (const auto known = m_known.find(denominator); known != m_known.end())
        {
            learn(numerator, std::round(quotient * known->second));
            return;
        }
        for (double q = 1; q <= 20'000; ++q)
        {
            const double p = std::round(quotient * q);
            if (std::fabs(quotient - p / q) > 1e-13)
                continue;
            const std::size_t times = attack.unknown(1);
            attack.know({{unknown(numerator), 1}, {times, -p}}, 0, 0);
            attack.know({{unknown(denominator), 1}, {times, -q}}, 0, 0);
            return;
        }
    }

    [[nodiscard]] const Figure* figure_of(std::string_view id) const
    {
        for (const Figure& figure : tests::catalogue(m_language).figures)
            if (figure.id == id)
                return &figure;
        return nullptr;
    }

    Language m_language;
    std::map<ItemAtDate, std::size_t> m_unknowns;
    std::map<ItemAtDate, double> m_known;
};

/// A sum of counts that is never below 0: what it leaves is a count of its own.
struct Leaves
{
    std::vector<std::pair<ItemAtDate, double>> terms;
};

/// What the definitions say of the counts of a round, and of the two before it.
std::vector<Leaves> relations_at(std::size_t round)
{
    const Date now = tests::demo_cut_offs()[round];
    std::vector<Leaves> all{
        {{{{"anbragte", now}, 1}, {{"institution", now}, -1}, {{"plejefamilie", now}, -1}}},
        {{{{"plejefamilie", now}, 1}, {{"netvaerk", now}, -1}}},
        {{{{"anbragte", now}, 1}, {{"plejefamilie", now}, -1}}},
        {{{{"anbragte", now}, 1}, {{"netvaerk", now}, -1}}},
        {{{{"inst_aar_siden", now}, 1}, {{"ikke_anbragt_nu", now}, -1}}},
        {{{{"anbragte", now}, 1}, {{"inst_aar_siden", now}, -1}, {{"ikke_anbragt_nu", now}, 1}}},
        {{{{"hjemmebaseret_forrige", now}, 1}, {{"bevaegelser_op", now}, -1}, {{"bevaegelser_ned", now}, -1}}},
        {{{{"hjemmebaseret_forrige", now}, 1}, {{"bevaegelser_op", now}, -1}}},
        {{{{"hjemmebaseret_forrige", now}, 1}, {{"bevaegelser_ned", now}, -1}}},
        {{{{"opfoelgning_sager", now}, 1}, {{"opfoelgning_rettidig", now}, -1}}}};
    if (round >= 1)
    {
        const Date before = tests::demo_cut_offs()[round - 1];
        all.push_back(
            {{{{"forebyggende", before}, 1}, {{"forebyggende_startet", now}, 1}, {{"forebyggende", now}, -1}}});
        all.push_back({{{{"hjemmebaseret_forrige", now}, 1}, {{"hjemmebaseret", before}, -1}}});
        all.push_back({{{{"hjemmebaseret_forrige", now}, -1}, {{"hjemmebaseret", before}, 1}}});
    }
    if (round >= 2)
    {
        const Date year_before = tests::demo_cut_offs()[round - 2];
        all.push_back({{{{"inst_aar_siden", now}, 1}, {{"institution", year_before}, -1}}});
        all.push_back({{{{"inst_aar_siden", now}, -1}, {{"institution", year_before}, 1}}});
    }
    return all;
}

struct Recovered
{
    std::size_t small = 0;      ///< hidden small counts and small rests
    std::size_t worked_out = 0; ///< of these, those that could be fewer numbers than if everything were hidden
    std::size_t exactly = 0;    ///< of these, those of which only one number is left
    std::size_t learned = 0;
};

/// Adds what the definitions say; returns the rests that are small, as unknowns.
std::vector<std::size_t> use_relations(Reader& reader, const WorkbookFixture& book, int threshold)
{
    std::vector<std::size_t> small;
    for (std::size_t round = 0; round < tests::demo_cut_offs().size(); ++round)
        for (const Leaves& relation : relations_at(round))
        {
            double left = 0;
            Attack::Sum sum;
            for (const auto& [item, factor] : relation.terms)
            {
                left += factor * number_in(book, item);
                sum.emplace_back(reader.unknown(item), factor);
            }
            // What the numbers do not hold to, no reader can use.
            if (left < 0)
                continue;
            const std::size_t rest = reader.attack.unknown(0);
            sum.emplace_back(rest, -1);
            reader.attack.know(std::move(sum), 0, 0);
            if (left > 0 && left < threshold)
                small.push_back(rest);
        }
    return small;
}

/// What the rule says of a hidden count.
void use_rule(Reader& reader, const ItemAtDate& item, bool small, int threshold)
{
    reader.attack.know({{reader.unknown(item), 1}}, small ? 1 : threshold, small ? threshold - 1 : Attack::unlimited);
}

int possible_numbers(const Attack& attack, std::size_t unknown, int least, int threshold)
{
    int possible = 0;
    for (int number = least; number < 2 * threshold && possible < threshold - 1; ++number)
        possible += attack.can_be(unknown, number) ? 1 : 0;
    return possible;
}

Recovered attack_published(const Published& seen, const WorkbookFixture& book, int threshold)
{
    Reader reader(seen, book);
    Reader blind(book); // sees zeros, and that all else is hidden
    std::vector<std::array<std::size_t, 2>> hidden;
    for (const HiddenNumber& number : seen.hidden.cells)
        if (number.place.sheet == book.sheet("entry") && number.why != WhyHidden::about)
        {
            const ItemAtDate item{number.item, *number.date};
            use_rule(reader, item, number.why == WhyHidden::small, threshold);
            if (number.why == WhyHidden::small)
                hidden.push_back({reader.unknown(item), blind.unknown(item)});
        }
    for (const Item& item : tests::catalogue(Language::danish).items)
        for (const Date date : tests::demo_cut_offs())
            if (const double number = number_in(book, {item.id, date}); number == 0)
                blind.learn({item.id, date}, 0);
            else if (item.id != "befolkning_0_22" && item.id != "varighed_institution")
                use_rule(blind, {item.id, date}, number < threshold, threshold);
    const std::vector<std::size_t> rests = use_relations(reader, book, threshold);
    const std::vector<std::size_t> blind_rests = use_relations(blind, book, threshold);
    Recovered recovered;
    recovered.learned = reader.learned;
    const auto weigh = [&](std::size_t unknown, std::size_t blind_unknown, int least)
    {
        const int possible = possible_numbers(reader.attack, unknown, least, threshold);
        ++recovered.small;
        recovered.exactly += possible < 2 ? 1U : 0U;
        if (possible < threshold - 1 && possible < possible_numbers(blind.attack, blind_unknown, least, threshold))
            ++recovered.worked_out;
    };
    for (const auto& [unknown, blind_unknown] : hidden)
        weigh(unknown, blind_unknown, 1);
    for (std::size_t i = 0; i < rests.size(); ++i)
        weigh(rests[i], blind_rests[i], 0);
    return recovered;
}

WorkbookFixture demonstration(const char* municipality)
{
    return WorkbookFixture::filled(Language::danish, municipality);
}

std::vector<Place> places_of(const HiddenNumbers& hidden)
{
    std::vector<Place> places;
    places.reserve(hidden.cells.size());
    for (const HiddenNumber& number : hidden.cells)
        places.push_back(number.place);
    return places;
}

} // namespace

TEST(PublishedResults, LetNoSmallCountBeWorkedOut)
{
    Recovered all;
    // The attack takes seconds a workbook, so each municipality has one of the two thresholds.
    for (std::size_t i = 0; i < small_municipalities.size(); ++i)
    {
        const char* municipality = small_municipalities[i];
        const int threshold = i % 2 == 0 ? 5 : 3;
        const WorkbookFixture book = shared(demonstration(municipality), threshold);
        const Recovered found = attack_published(Published(book), book, threshold);
        EXPECT_EQ(found.worked_out + found.exactly, 0U) << municipality << " with " << threshold;
        all.small += found.small;
        all.learned += found.learned;
    }
    EXPECT_GT(all.small, 100U);
    EXPECT_GT(all.learned, 250U) << "and much is still shown";
}

TEST(PublishedResults, LetNoSmallCountBeWorkedOutBesideTheWholeCountry)
{
    const WorkbookFixture book = shared(tests::with_whole_country("741"));
    const Published seen(book);
    EXPECT_GT(seen.hidden.others_small, 100U);
    const Recovered found = attack_published(seen, book, 5);
    EXPECT_GT(found.small, 30U);
    EXPECT_EQ(found.worked_out + found.exactly, 0U);
}

TEST(PublishedResults, WouldTellTheSmallCountsIfTheyWereInternal)
{
    // The same attack, to see that it finds what there is to find.
    WorkbookFixture book = demonstration("825");
    const Published seen(book);
    EXPECT_TRUE(seen.hidden.cells.empty());
    Reader reader(seen, book);
    std::size_t found = 0;
    for (const char* item : {"institution", "hjemmebaseret", "forebyggende", "forebyggende_startet"})
        for (const Date date : tests::demo_cut_offs())
            if (const double number = number_in(book, {item, date}); number > 0 && number < 5)
            {
                EXPECT_EQ(reader.attack.range(reader.unknown({item, date})), (tests::Range{number, number}));
                ++found;
            }
    EXPECT_GT(found, 10U);
}

TEST(PublishedResults, WouldTellSmallCountsIfOnlyTheyWereHidden)
{
    // Each small count typed as "diskretioneret" by hand, and nothing else hidden.
    std::size_t small = 0;
    std::size_t worked_out = 0;
    std::size_t exactly = 0;
    for (const char* municipality : {"825", "741"})
    {
        const WorkbookFixture book = demonstration(municipality);
        WorkbookFixture naive = book;
        const HiddenNumbers hidden =
            hidden_numbers(shared(book).read(), words(), tests::municipalities(), tests::known_relations());
        HiddenNumbers primary = hidden;
        std::erase_if(primary.cells, [](const HiddenNumber& number) { return number.why != WhyHidden::small; });
        for (const HiddenNumber& number : primary.cells)
            naive.at(number.place) = words().danish.get("blank.confidential");
        Published seen(naive);
        seen.hidden = primary;
        const Recovered found = attack_published(seen, book, 5);
        small += found.small;
        worked_out += found.worked_out;
        exactly += found.exactly;
    }
    EXPECT_GT(small, 40U);
    EXPECT_GT(worked_out, 5U);
    EXPECT_GT(exactly, 0U);
}

TEST(PublishedResults, DoNotDependOnTheHiddenNumbers)
{
    // Whatever stands in the place of a hidden number: where the same cells are hidden, all that is shown is the same,
    // means, ranks, charts and sentences included.
    std::size_t compared = 0;
    for (const char* municipality : {"825", "741", "773"})
    {
        WorkbookFixture book = shared(demonstration(municipality));
        for (const demo::DemoRow& row : tests::demo_data())
            if (row.municipality == "563" || row.municipality == "492" || row.municipality == "482" ||
                row.municipality == "665")
                book.add_comparison(row.municipality, row.item, tests::day(row.cut_off), row.value);
        const Published seen(book);
        const std::string text = seen.text();
        std::size_t turn = 0;
        for (const HiddenNumber& hidden : seen.hidden.cells)
            if (hidden.why == WhyHidden::small && ++turn % (5 * tests::part_of_sample) == 0)
                for (const double number : {1.0, 2.0, 3.0, 4.0})
                {
                    WorkbookFixture other = book;
                    other.at(hidden.place) = number;
                    const Published also(other);
                    if (places_of(also.hidden) != places_of(seen.hidden) || also.left_out != seen.left_out)
                        continue;
                    ++compared;
                    EXPECT_TRUE(also.text() == text) << municipality << " " << hidden.item << " as " << number;
                }
    }
    EXPECT_GT(compared, tests::sample_size(50));
}

TEST(PublishedPlan, QuotesNoFindingWhenItIsForSharing)
{
    WorkbookFixture book = demonstration("825");
    book.entry("bevaegelser_op", tests::demo_cut_offs().back()) = 4.0;
    book.entry("hjemmebaseret_forrige", tests::demo_cut_offs().back()) = 3.0;
    const auto has_table = [](const PlanContent& plan)
    {
        const auto& blocks = plan.slots.at("findings");
        return std::any_of(blocks.begin(), blocks.end(),
                           [](const PlanBlock& block) { return std::holds_alternative<PlanTable>(block); });
    };
    EXPECT_TRUE(has_table(Published(book).plan));
    const Published seen(shared(book));
    EXPECT_FALSE(has_table(seen.plan));
    EXPECT_NE(seen.text().find(words().danish.get("plan.findings.internal")), std::string::npos);
}

TEST(PublishedResults, SayThatTheyAreForSharing)
{
    const WorkbookFixture book = demonstration("825");
    const std::string view = "Til deling: ";
    EXPECT_NE(Published(shared(book)).text().find(view), std::string::npos);
    EXPECT_EQ(Published(book).text().find(view), std::string::npos);
}

TEST(PublishedResults, CallAFigureHiddenThatIsNeverShown)
{
    WorkbookFixture book = demonstration("825");
    for (const Date date : tests::demo_cut_offs())
        book.entry("opfoelgning_rettidig", date) = 2.0;
    const Published seen(shared(book));
    const auto says = [](const ContentCell& cell, std::string_view text)
    {
        const std::string* held = std::get_if<std::string>(&cell);
        return held && *held == text;
    };
    std::size_t found = 0;
    for (const auto& row : seen.report.sheet.rows)
        for (const ContentCell& cell : row)
            found += says(row.front(), "12") && says(cell, words().danish.get("comparison.confidential")) ? 1U : 0U;
    EXPECT_GE(found, 2U) << "in the overview and among the numbers";
}

} // namespace trinvis
