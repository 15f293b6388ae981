// SPDX-License-Identifier: MPL-2.0
//
// The scripting service org.trinvis.KeyFigures (idl/org_trinvis.idl): each method reads, computes and hands over.
#include "benchmark/compare.hpp"
#include "commands/documents.hpp"
#include "commands/folder_run.hpp"
#include "commands/open_workbook.hpp"
#include "commands/services.hpp"
#include "office/guard.hpp"
#include "office/settings.hpp"
#include "table/text_match.hpp"
#include "validation/validate.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJobExecutor.hpp>
#include <cppuhelper/implbase3.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <limits>
#include <org/trinvis/XKeyFigures.hpp>

namespace trinvis::commands
{

namespace
{

using namespace office;
using Component = css::uno::Reference<css::lang::XComponent>;

org::trinvis::Finding to_struct(const Finding& finding)
{
    return {from_utf8(finding.rule),
            from_utf8(rules::severity_code(finding.severity)),
            from_utf8(status_code(finding.status)),
            from_utf8(finding.sheet),
            from_utf8(finding.cell),
            from_utf8(finding.figure),
            from_utf8(finding.period),
            from_utf8(finding.value),
            from_utf8(finding.message),
            from_utf8(finding.remedy)};
}

org::trinvis::Comparison to_struct(const Comparison& comparison)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const Measured& own = comparison.own;
    return {from_utf8(comparison.figure),
            from_utf8(iso_date(comparison.period)),
            from_utf8(group_code(comparison.group)),
            own.known() ? own.value : unknown,
            own.interval ? own.interval->lower : unknown,
            own.interval ? own.interval->upper : unknown,
            comparison.rank,
            from_utf8(own.known() ? verdict_code(comparison.verdict) : "no-value")};
}

class KeyFigures
    : public cppu::WeakImplHelper3<org::trinvis::XKeyFigures, css::task::XJobExecutor, css::lang::XServiceInfo>
{
public:
    explicit KeyFigures(const Context& context) : m_context(context)
    {
    }

    Component SAL_CALL newWorkbook(const rtl::OUString& municipality,
                                   const css::uno::Sequence<rtl::OUString>& cut_offs) override
    {
        return guarded(*this,
                       [&]
                       {
                           std::vector<std::string> dates;
                           for (const rtl::OUString& cut_off : cut_offs)
                               dates.push_back(to_utf8(cut_off));
                           return query<css::lang::XComponent>(
                               new_workbook(m_context, to_utf8(municipality), dates,
                                            read_settings(m_context).workbook_language.value_or(Language::danish)));
                       });
    }

    css::uno::Sequence<org::trinvis::Finding> SAL_CALL validate(const Component& document) override
    {
        return guarded(*this,
                       [&]
                       {
                           const OpenWorkbook open = open_workbook(m_context, document);
                           const Validation validation = trinvis::validate(open.workbook, open.package.words(),
                                                                           open.package.municipalities(), today());
                           std::vector<org::trinvis::Finding> findings;
                           for (const Finding& finding : validation.findings)
                               findings.push_back(to_struct(finding));
                           return sequence(findings);
                       });
    }

    css::uno::Sequence<org::trinvis::Comparison> SAL_CALL compare(const Component& document) override
    {
        return guarded(*this,
                       [&]
                       {
                           OpenWorkbook open = open_workbook(m_context, document);
                           require_figures(open);
                           const Benchmark benchmark = compute(open).benchmark;
                           std::vector<org::trinvis::Comparison> comparisons;
                           for (const Comparison& comparison : benchmark.comparisons)
                               comparisons.push_back(to_struct(comparison));
                           return sequence(comparisons);
                       });
    }

    rtl::OUString SAL_CALL createPlan(const Component& document, const rtl::OUString& url) override
    {
        return guarded(*this,
                       [&] { return create_document(m_context, query_if<css::frame::XModel>(document), url, {}).url; });
    }

    /// What the office calls for service:org.trinvis.KeyFigures?… on its command line.
    void SAL_CALL trigger(const rtl::OUString& arguments) override
    {
        guarded(*this, [&] { run_from_command_line(m_context, arguments); });
    }

    rtl::OUString SAL_CALL getImplementationName() override
    {
        return "org.trinvis.comp.KeyFigures";
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override
    {
        return cppu::supportsService(this, name);
    }
    css::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override
    {
        return sequence<rtl::OUString>({"org.trinvis.KeyFigures"});
    }

private:
    Context m_context;
};

} // namespace

} // namespace trinvis::commands

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface*
trinvis_KeyFigures_get_implementation(css::uno::XComponentContext* context,
                                      const css::uno::Sequence<css::uno::Any>& /*unused*/)
{
    return cppu::acquire(new trinvis::commands::KeyFigures(context));
}
