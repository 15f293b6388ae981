// SPDX-License-Identifier: MPL-2.0
//
// The service org.trinvis.Functions (idl/org_trinvis_functions.idl): each method hands its arguments to the engine, and the
// names and descriptions come from the engine's function table.
#include "functions/arguments.hpp"
#include "functions/configuration.hpp"
#include "functions/figure_functions.hpp"
#include "functions/function_table.hpp"
#include "functions/services.hpp"
#include "functions/statistics_functions.hpp"
#include "office/guard.hpp"
#include "office/package.hpp"
#include "statistics/funnel.hpp"

#include <atomic>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/lang/XServiceName.hpp>
#include <com/sun/star/sheet/XAddIn.hpp>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <org/trinvis/XFunctions.hpp>

namespace trinvis::functions
{

namespace
{

using namespace office;
using css::uno::Any;
using rtl::OUString;

constexpr const char* add_in_service = "com.sun.star.sheet.AddIn";

std::optional<double> lower(const std::optional<statistics::Interval>& interval)
{
    return interval ? std::optional(interval->lower) : std::nullopt;
}

std::optional<double> upper(const std::optional<statistics::Interval>& interval)
{
    return interval ? std::optional(interval->upper) : std::nullopt;
}

class Functions : public cppu::WeakImplHelper4<org::trinvis::XFunctions, css::sheet::XAddIn, css::lang::XServiceName,
                                               css::lang::XServiceInfo>
{
public:
    explicit Functions(const Context& context)
        : m_package(Package::of(context)), m_interface_language(interface_language(context)),
          m_language(m_interface_language)
    {
    }

    // --- XFunctions --------------------------------------------------------------------------------------------------

    double SAL_CALL wilsonLower(double count, double total, double confidence) override
    {
        return computed("wilsonLower", [&] { return lower(statistics::wilson(count, total, confidence)); });
    }
    double SAL_CALL wilsonUpper(double count, double total, double confidence) override
    {
        return computed("wilsonUpper", [&] { return upper(statistics::wilson(count, total, confidence)); });
    }
    double SAL_CALL rateLower(double count, double population, double multiplier, double confidence) override
    {
        return computed("rateLower",
                        [&] { return lower(statistics::rate(count, population, multiplier, confidence)); });
    }
    double SAL_CALL rateUpper(double count, double population, double multiplier, double confidence) override
    {
        return computed("rateUpper",
                        [&] { return upper(statistics::rate(count, population, multiplier, confidence)); });
    }
    double SAL_CALL meanLower(const Range& values, double confidence) override
    {
        return computed("meanLower", [&] { return lower(mean_limits(to_grid(values), confidence)); });
    }
    double SAL_CALL meanUpper(const Range& values, double confidence) override
    {
        return computed("meanUpper", [&] { return upper(mean_limits(to_grid(values), confidence)); });
    }
    Range SAL_CALL standardisedRate(const Range& counts, const Range& populations, const Range& standard_populations,
                                    double multiplier, double confidence) override
    {
        return cells("standardisedRate",
                     [&]
                     {
                         return standardised_rate(to_grid(counts), to_grid(populations), to_grid(standard_populations),
                                                  multiplier, confidence);
                     });
    }
    Range SAL_CALL indirectRatio(const Range& counts, const Range& populations, const Range& reference_counts,
                                 const Range& reference_populations, double confidence) override
    {
        return cells("indirectRatio",
                     [&]
                     {
                         return indirect_ratio(to_grid(counts), to_grid(populations), to_grid(reference_counts),
                                               to_grid(reference_populations), confidence);
                     });
    }
    double SAL_CALL funnelProportionLower(double average, double total, double level) override
    {
        return computed("funnelProportionLower",
                        [&] { return lower(statistics::funnel_proportion(average, total, level)); });
    }
    double SAL_CALL funnelProportionUpper(double average, double total, double level) override
    {
        return computed("funnelProportionUpper",
                        [&] { return upper(statistics::funnel_proportion(average, total, level)); });
    }
    double SAL_CALL funnelCountLower(double observed, double level) override
    {
        return computed("funnelCountLower", [&] { return lower(statistics::funnel_count(observed, level)); });
    }
    double SAL_CALL funnelCountUpper(double observed, double level) override
    {
        return computed("funnelCountUpper", [&] { return upper(statistics::funnel_count(observed, level)); });
    }
    sal_Int32 SAL_CALL funnelVerdict(double count, double total, double average) override
    {
        return static_cast<sal_Int32>(
            computed("funnelVerdict", [&] { return statistics::proportion_verdict(count, total, average); }));
    }
    Range SAL_CALL overdispersion(const Range& z_scores, double trim, const Any& standard_errors) override
    {
        return cells("overdispersion",
                     [&]
                     {
                         const Grid errors = to_grid(standard_errors);
                         return functions::overdispersion(to_grid(z_scores), trim, &errors);
                     });
    }
    Range SAL_CALL quantileGroup(const Range& values, double groups, const Any& inverted) override
    {
        return cells("quantileGroup", [&] { return quantile_group(to_grid(values), groups, to_flag(inverted)); });
    }
    Range SAL_CALL rankOf(const Range& values, const Any& descending) override
    {
        return cells("rankOf", [&] { return rank_of(to_grid(values), to_flag(descending)); });
    }
    Range SAL_CALL trendChiSquare(const Range& counts, const Range& totals) override
    {
        return cells("trendChiSquare", [&] { return trend_chi_square(to_grid(counts), to_grid(totals)); });
    }
    Range SAL_CALL mannKendall(const Range& values) override
    {
        return cells("mannKendall", [&] { return mann_kendall(to_grid(values)); });
    }
    double SAL_CALL theilSen(const Range& values) override
    {
        return computed("theilSen", [&] { return theil_sen(to_grid(values)); });
    }
    Range SAL_CALL xmrLimits(const Range& values) override
    {
        return cells("xmrLimits", [&] { return xmr_limits(to_grid(values)); });
    }
    Range SAL_CALL mannWhitney(const Range& a, const Range& b) override
    {
        return cells("mannWhitney", [&] { return mann_whitney(to_grid(a), to_grid(b)); });
    }
    double SAL_CALL cliffsDelta(const Range& a, const Range& b) override
    {
        return computed("cliffsDelta", [&] { return cliffs_delta(to_grid(a), to_grid(b)); });
    }
    Range SAL_CALL welch(const Range& a, const Range& b) override
    {
        return cells("welch", [&] { return functions::welch(to_grid(a), to_grid(b)); });
    }
    Range SAL_CALL benjaminiHochberg(const Range& p_values) override
    {
        return cells("benjaminiHochberg", [&] { return benjamini_hochberg(to_grid(p_values)); });
    }
    Range SAL_CALL nearest(const Range& indicators, double row, const Range& weights, double k) override
    {
        return cells("nearest", [&] { return functions::nearest(to_grid(indicators), row, to_grid(weights), k); });
    }
    Any SAL_CALL figureValue(const Range& table, const Any& figure, const Any& municipality, const Any& period) override
    {
        return to_any(computed("figureValue",
                               [&]
                               {
                                   return figure_value(to_grid(table), known(), to_single_cell(figure),
                                                       to_single_cell(municipality), to_single_cell(period));
                               }));
    }
    Any SAL_CALL figureGroupMean(const Range& table, const Any& figure, const Any& municipality, const Any& period,
                                 const Any& group) override
    {
        return to_any(computed("figureGroupMean",
                               [&]
                               {
                                   return figure_group_mean(to_grid(table), known(), to_single_cell(figure),
                                                            to_single_cell(municipality), to_single_cell(period),
                                                            to_grid(group));
                               }));
    }
    Any SAL_CALL figureRank(const Range& table, const Any& figure, const Any& municipality, const Any& period,
                            const Any& descending, const Any& group) override
    {
        return to_any(computed("figureRank",
                               [&]
                               {
                                   return figure_rank(to_grid(table), known(), to_single_cell(figure),
                                                      to_single_cell(municipality), to_single_cell(period),
                                                      to_flag(descending), to_grid(group));
                               }));
    }

    // --- XAddIn: what the function wizard shows ----------------------------------------------------------------------

    OUString SAL_CALL getProgrammaticFuntionName(const OUString& display) override
    {
        return guarded(*this,
                       [&]
                       {
                           for (const SpreadsheetFunction& function : all_functions())
                               if (display_name(function, texts()) == to_utf8(display))
                                   return from_utf8(function.name);
                           return OUString();
                       });
    }
    OUString SAL_CALL getDisplayFunctionName(const OUString& name) override
    {
        return about_function(name,
                              [&](const SpreadsheetFunction& function) { return display_name(function, texts()); });
    }
    OUString SAL_CALL getFunctionDescription(const OUString& name) override
    {
        return about_function(name,
                              [&](const SpreadsheetFunction& function) { return description(function, texts()); });
    }
    OUString SAL_CALL getDisplayArgumentName(const OUString& name, sal_Int32 argument) override
    {
        return about_argument(name, argument,
                              [&](const FunctionArgument& found) { return display_name(found, texts()); });
    }
    OUString SAL_CALL getArgumentDescription(const OUString& name, sal_Int32 argument) override
    {
        return about_argument(name, argument,
                              [&](const FunctionArgument& found) { return description(found, texts()); });
    }
    OUString SAL_CALL getProgrammaticCategoryName(const OUString& /*name*/) override
    {
        return from_utf8(category);
    }
    OUString SAL_CALL getDisplayCategoryName(const OUString& /*name*/) override
    {
        return from_utf8(category);
    }

    // --- XLocalizable ------------------------------------------------------------------------------------------------

    void SAL_CALL setLocale(const css::lang::Locale& locale) override
    {
        m_language = language_from_code(to_utf8(locale.Language));
    }
    css::lang::Locale SAL_CALL getLocale() override
    {
        return {from_utf8(language_code(m_language)), OUString(), OUString()};
    }

    // --- XServiceName, XServiceInfo ----------------------------------------------------------------------------------

    OUString SAL_CALL getServiceName() override
    {
        return from_utf8(service_name);
    }
    OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.comp.Functions";
    }
    sal_Bool SAL_CALL supportsService(const OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<OUString>({from_utf8(service_name), OUString::createFromAscii(add_in_service)});
    }

private:
    [[nodiscard]] const Texts& texts() const
    {
        return m_package.words().in(m_language);
    }

    [[nodiscard]] Known known() const
    {
        return {.words = m_package.words(),
                .municipalities = m_package.municipalities(),
                .catalogue_danish = m_package.catalogue(Language::danish),
                .catalogue_english = m_package.catalogue(Language::english)};
    }

    /// What a function computes; a wrong argument becomes an IllegalArgumentException that names the function.
    template <typename Work>
    auto computed(std::string_view name, Work work) -> std::decay_t<decltype(*work())>
    {
        return guarded(*this,
                       [&]
                       {
                           try
                           {
                               if (auto answer = work())
                                   return std::move(*answer);
                           }
                           catch (const WrongArgument&)
                           {
                               throw wrong_argument(name);
                           }
                           throw wrong_argument(name);
                       });
    }

    /// The same for what gives rows and columns of cells.
    template <typename Work>
    Range cells(std::string_view name, Work work)
    {
        return to_range(computed(name, work));
    }

    [[nodiscard]] UserError wrong_argument(std::string_view name) const
    {
        const Texts& texts = m_package.words().in(m_interface_language);
        return UserError(
            texts.format("error.function_argument", {{"function", display_name(*find_function(name), texts)}}));
    }

    template <typename Text>
    OUString about_function(const OUString& name, Text text)
    {
        return guarded(*this,
                       [&]
                       {
                           const SpreadsheetFunction* function = find_function(to_utf8(name));
                           return function ? from_utf8(text(*function)) : OUString();
                       });
    }

    template <typename Text>
    OUString about_argument(const OUString& name, sal_Int32 argument, Text text)
    {
        return guarded(*this,
                       [&]
                       {
                           const SpreadsheetFunction* function = find_function(to_utf8(name));
                           const auto place = static_cast<std::size_t>(argument);
                           if (!function || argument < 0 || place >= function->arguments.size())
                               return OUString();
                           return from_utf8(text(function->arguments[place]));
                       });
    }

    const Package& m_package;
    const Language m_interface_language;
    std::atomic<Language> m_language; ///< of names and descriptions; Calc asks for the English ones too, and last
};

} // namespace

} // namespace trinvis::functions

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_Functions_get_implementation(css::uno::XComponentContext* context,
                                     const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new trinvis::functions::Functions(context));
}
