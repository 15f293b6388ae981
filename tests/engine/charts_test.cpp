// SPDX-License-Identifier: MPL-2.0
//
// The charts as data: funnels, ranked bars and developments.
#include "compared.hpp"

#include "benchmark/charts.hpp"
#include "statistics/funnel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace trinvis
{

namespace
{

using tests::Compared;
using tests::country_compared;
using tests::day;
using tests::WorkbookFixture;

std::vector<ChartContent> charts_of(const Compared& all, std::string_view figure)
{
    return figure_charts(all.figure(figure), all.benchmark, all.source, all.workbook, all.texts());
}

const ChartContent* chart_of(const std::vector<ChartContent>& charts, ChartKind kind)
{
    for (const ChartContent& chart : charts)
        if (chart.kind == kind)
            return &chart;
    return nullptr;
}

const ChartSeries* series_of(const ChartContent& chart, SeriesRole role)
{
    for (const ChartSeries& series : chart.series)
        if (series.role == role)
            return &series;
    return nullptr;
}

std::size_t filled(const ChartSeries& series)
{
    return static_cast<std::size_t>(
        std::count_if(series.y.begin(), series.y.end(), [](const auto& y) { return y.has_value(); }));
}

} // namespace

TEST(Charts, AreAFunnelWhereTheSpreadIsKnownAndBarsWhereItIsNot)
{
    for (const Figure& figure : country_compared().workbook.figures)
    {
        const auto charts = charts_of(country_compared(), figure.id);
        ASSERT_EQ(charts.size(), 2U) << figure.id;
        const bool spread_known = figure.kind == FigureKind::share || figure.kind == FigureKind::rate;
        EXPECT_EQ(charts[0].kind, spread_known ? ChartKind::scatter : ChartKind::bars) << figure.id;
        EXPECT_EQ(charts[1].kind, ChartKind::lines) << figure.id;
    }
}

TEST(Charts, HaveNamesOfTheirOwnATitleAndAnAltText)
{
    std::set<std::string> names;
    for (const Figure& figure : country_compared().workbook.figures)
        for (const ChartContent& chart : charts_of(country_compared(), figure.id))
        {
            EXPECT_TRUE(names.insert(chart.name).second) << chart.name;
            EXPECT_TRUE(chart.name.starts_with("trinvis_" + figure.id + "_")) << chart.name;
            EXPECT_EQ(chart.title, figure.id + " " + figure.name);
            EXPECT_EQ(chart.y_title, figure.unit);
            EXPECT_FALSE(chart.alt_text.empty()) << chart.name;
            EXPECT_EQ(chart.alt_text.find('{'), std::string::npos) << chart.alt_text;
            EXPECT_EQ(chart.alt_text.find(".."), std::string::npos) << chart.alt_text;
        }
}

TEST(Charts, SayThatTheirFiguresAreInvented)
{
    for (const ChartContent& chart : charts_of(country_compared(), "3"))
        EXPECT_NE(chart.subtitle.find("opdigtede tal"), std::string::npos) << chart.subtitle;
}

TEST(Charts, HaveSeriesAsLongAsTheirXOrCategories)
{
    for (const Figure& figure : country_compared().workbook.figures)
        for (const ChartContent& chart : charts_of(country_compared(), figure.id))
            for (const ChartSeries& series : chart.series)
                EXPECT_EQ(series.y.size(), chart.kind == ChartKind::scatter ? chart.x.size() : chart.categories.size())
                    << chart.name << " " << series.name;
}

TEST(Charts, OfAFigureThatWasNeverReportedAreNone)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    for (const Date date : tests::demo_cut_offs())
        book.entry("varighed_institution", date) = Cell{"ikke relevant"};
    EXPECT_TRUE(charts_of(Compared(book), "2").empty());
}

TEST(Charts, WithoutOthersAreTheOwnDevelopmentAlone)
{
    const Compared alone(WorkbookFixture::filled(Language::danish));
    for (const Figure& figure : alone.workbook.figures)
    {
        const auto charts = charts_of(alone, figure.id);
        ASSERT_EQ(charts.size(), 1U) << figure.id;
        EXPECT_EQ(charts[0].kind, ChartKind::lines);
        ASSERT_EQ(charts[0].series.size(), 1U);
        EXPECT_EQ(charts[0].series[0].role, SeriesRole::own);
    }
}

TEST(Funnel, HasTheOwnMunicipalityAsASeriesOfItsOwn)
{
    const auto charts = charts_of(country_compared(), "3");
    const ChartContent* funnel = chart_of(charts, ChartKind::scatter);
    const ChartSeries* own = series_of(*funnel, SeriesRole::own);
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(own->name, "Brønderslev");
    ASSERT_EQ(filled(*own), 1U);
    const Comparison& last = country_compared().of("3", GroupKind::country, day(2020, 12, 31));
    const auto at = std::find_if(own->y.begin(), own->y.end(), [](const auto& y) { return y.has_value(); });
    EXPECT_EQ(**at, last.own.value);
    EXPECT_EQ(funnel->x[static_cast<std::size_t>(at - own->y.begin())], last.own.denominator);
}

TEST(Funnel, SaysWhereTheOthersVaryMoreThanItsLimitsShow)
{
    const std::string words = "varierer mere end tilfældets grænser";
    std::size_t wide = 0;
    for (const Figure& figure : country_compared().workbook.figures)
    {
        const auto charts = charts_of(country_compared(), figure.id);
        const ChartContent* funnel = chart_of(charts, ChartKind::scatter);
        if (!funnel)
            continue;
        const Comparison& last = country_compared().of(figure.id, GroupKind::country, day(2020, 12, 31));
        const bool more = last.judgement.spread && last.judgement.spread->between_variance > 0;
        EXPECT_EQ(funnel->subtitle.find(words) != std::string::npos, more) << figure.id;
        wide += more ? 1U : 0U;
    }
    EXPECT_GT(wide, 3U);
}

TEST(Funnel, HasADotForEachOtherMunicipality)
{
    const auto charts = charts_of(country_compared(), "3");
    EXPECT_EQ(filled(*series_of(*chart_of(charts, ChartKind::scatter), SeriesRole::others)), 97U);
}

TEST(Funnel, LeavesOutMunicipalitiesThatAreMissing)
{
    WorkbookFixture book = tests::with_whole_country("810");
    std::vector<Cell>& cells = book.grid("comparison").cells;
    for (std::size_t row = 0; row < cells.size(); row += 5)
        if (cells[row] == Cell{"773"})
            cells[row + 3] = Cell{"diskretioneret"};
    const auto charts = charts_of(Compared(book), "3");
    EXPECT_EQ(filled(*series_of(*chart_of(charts, ChartKind::scatter), SeriesRole::others)), 96U);
}

TEST(Funnel, RunsAlongXInOrder)
{
    for (const char* figure : {"1", "3", "10"})
    {
        const auto charts = charts_of(country_compared(), figure);
        const ChartContent* funnel = chart_of(charts, ChartKind::scatter);
        EXPECT_TRUE(std::is_sorted(funnel->x.begin(), funnel->x.end()));
        EXPECT_GE(funnel->x.front(), 1);
    }
}

TEST(Funnel, OfSharesHasTheLimitsOfTheVerdict)
{
    const auto charts = charts_of(country_compared(), "3");
    const ChartContent* funnel = chart_of(charts, ChartKind::scatter);
    const double average = *country_compared().of("3", GroupKind::country, day(2020, 12, 31)).ratio_of_sums / 100;
    std::size_t lines = 0;
    for (const ChartSeries& series : funnel->series)
    {
        if (series.role != SeriesRole::limit_95 && series.role != SeriesRole::limit_998)
            continue;
        ++lines;
        EXPECT_EQ(filled(series), funnel->x.size());
        const double level = series.role == SeriesRole::limit_95 ? 0.95 : 0.998;
        const auto limits = statistics::funnel_proportion(average, funnel->x[10], level);
        EXPECT_TRUE(std::abs(*series.y[10] - limits->lower * 100) < 1e-9 ||
                    std::abs(*series.y[10] - limits->upper * 100) < 1e-9);
    }
    EXPECT_EQ(lines, 4U);
}

TEST(Funnel, OfRatesPutsEveryVerdictOnTheRightSideOfItsLimits)
{
    const auto charts = charts_of(country_compared(), "10");
    const ChartContent* funnel = chart_of(charts, ChartKind::scatter);
    const ChartSeries* others = series_of(*funnel, SeriesRole::others);
    const Comparison& country = country_compared().of("10", GroupKind::country, day(2020, 12, 31));
    const ChartSeries& low = funnel->series[2];
    const ChartSeries& high = funnel->series[3];
    ASSERT_EQ(low.role, SeriesRole::limit_95);
    ASSERT_EQ(high.role, SeriesRole::limit_95);
    std::size_t outside = 0;
    for (std::size_t i = 0; i < funnel->x.size(); ++i)
    {
        if (!others->y[i])
            continue;
        const double events = std::round(*others->y[i] * funnel->x[i] / 1000);
        const auto verdict = statistics::count_verdict(events, *country.ratio_of_sums / 1000 * funnel->x[i]);
        ASSERT_TRUE(verdict);
        const double value = *others->y[i];
        const bool drawn_outside = value <= *low.y[i] + 1e-9 || value >= *high.y[i] - 1e-9;
        EXPECT_EQ(drawn_outside, *verdict != statistics::FunnelVerdict::not_significant) << funnel->x[i];
        outside += drawn_outside ? 1U : 0U;
    }
    EXPECT_GT(outside, 0U);
}

TEST(Funnel, OfRatesReachesDownToZeroWhereNothingIsWithinTheLimits)
{
    // The others start 1 case per 1,000; of 2,000 persons 2 are expected, and exact limits of 0 reach up to 3.69.
    WorkbookFixture book(Language::danish, "810", {day(2018, 12, 31)});
    book.entry("forebyggende_startet", day(2018, 12, 31)) = Cell{2.0};
    book.entry("befolkning_0_22", day(2018, 12, 31)) = Cell{2000.0};
    for (const char* other : {"773", "787", "813"})
    {
        book.add_comparison(other, "forebyggende_startet", day(2018, 12, 31), Cell{30.0});
        book.add_comparison(other, "befolkning_0_22", day(2018, 12, 31), Cell{30000.0});
    }
    const auto charts = charts_of(Compared(book), "10");
    const ChartContent* funnel = chart_of(charts, ChartKind::scatter);
    const auto at = static_cast<std::size_t>(std::find(funnel->x.begin(), funnel->x.end(), 2000) - funnel->x.begin());
    EXPECT_EQ(series_of(*funnel, SeriesRole::limit_95)->y[at], 0);
}

TEST(Bars, AreRankedWithTheOwnOneMarkedInTextToo)
{
    WorkbookFixture book(Language::danish, "810", {day(2018, 12, 31)});
    book.entry("varighed_institution", day(2018, 12, 31)) = Cell{30.0};
    for (const auto& [other, months] : {std::pair{"773", 10.0}, {"787", 36.0}, {"813", 20.0}})
        book.add_comparison(other, "varighed_institution", day(2018, 12, 31), Cell{months});
    const auto charts = charts_of(Compared(book), "2");
    const ChartContent* bars = chart_of(charts, ChartKind::bars);
    ASSERT_NE(bars, nullptr);
    EXPECT_EQ(bars->categories, (std::vector<std::string>{"Morsø", "Frederikshavn", "► Brønderslev", "Thisted"}));
    const std::vector<std::optional<double>> others{10, 20, std::nullopt, 36};
    EXPECT_EQ(series_of(*bars, SeriesRole::others)->y, others);
    const std::vector<std::optional<double>> own{std::nullopt, std::nullopt, 30, std::nullopt};
    EXPECT_EQ(series_of(*bars, SeriesRole::own)->y, own);
    EXPECT_NE(bars->subtitle.find("usikkerhed kan ikke beregnes"), std::string::npos);
}

TEST(Development, HasAGapAndNoZeroWhereANumberIsMissing)
{
    WorkbookFixture book = WorkbookFixture::filled(Language::danish);
    book.entry("varighed_institution", day(2018, 12, 31)) = Cell{"ikke indberettet"};
    book.entry("varighed_institution", day(2019, 6, 30)) = Cell{};
    const auto charts = charts_of(Compared(book), "2");
    ASSERT_EQ(charts.size(), 1U);
    const ChartSeries& own = *series_of(charts[0], SeriesRole::own);
    ASSERT_EQ(charts[0].categories.size(), 11U);
    EXPECT_EQ(charts[0].categories[6], "31-12-2018");
    EXPECT_FALSE(own.y[6]);
    EXPECT_FALSE(own.y[7]);
    EXPECT_EQ(filled(own), 9U);
}

TEST(Development, ShowsTheMiddleHalfOfTheGroupTheCountryAndTheOwnLineOnTop)
{
    const auto charts = charts_of(country_compared(), "1");
    const ChartContent* lines = chart_of(charts, ChartKind::lines);
    ASSERT_EQ(lines->series.size(), 5U);
    EXPECT_EQ(series_of(*lines, SeriesRole::band)->name, "Landkommuner (DST): 25.-75. percentil");
    EXPECT_EQ(series_of(*lines, SeriesRole::average)->name, "Landkommuner (DST): median");
    EXPECT_EQ(series_of(*lines, SeriesRole::country)->name, "Hele landet, samlet");
    EXPECT_EQ(lines->series.back().role, SeriesRole::own);
    EXPECT_EQ(lines->series.back().name, "Brønderslev");
    const Comparison& last = country_compared().of("1", GroupKind::municipality_group, day(2020, 12, 31));
    EXPECT_EQ(series_of(*lines, SeriesRole::average)->y.back(), last.median);
    EXPECT_LT(*series_of(*lines, SeriesRole::band_start)->y.back(), *last.median);
    EXPECT_GT(*series_of(*lines, SeriesRole::band)->y.back(), *last.median);
}

TEST(Development, LeavesOutAGroupThatIsTooSmallForAMean)
{
    const auto charts = charts_of(Compared(tests::with_whole_country("851")), "1");
    const ChartContent* lines = chart_of(charts, ChartKind::lines);
    ASSERT_EQ(lines->series.size(), 2U) << "Storbykommuner are three";
    EXPECT_EQ(lines->series[0].name, "Hele landet, samlet");
    EXPECT_EQ(lines->series[1].name, "Aalborg");
}

} // namespace trinvis
