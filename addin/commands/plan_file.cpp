// SPDX-License-Identifier: MPL-2.0
#include "commands/plan_file.hpp"

#include "commands/plan_now.hpp"
#include "office/save_text.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "writer/number_links.hpp"
#include "writer/plan_property.hpp"

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>
#include <com/sun/star/util/XModifiable.hpp>

namespace trinvis::commands
{

namespace
{

using namespace office;

constexpr const char* plan_property = "Trinvis plan";

css::uno::Reference<css::beans::XPropertySet> properties_of(const Model& document)
{
    return query<css::beans::XPropertySet>(query<css::document::XDocumentPropertiesSupplier>(document)
                                               ->getDocumentProperties()
                                               ->getUserDefinedProperties());
}

rtl::OUString folder_of_url(const rtl::OUString& url)
{
    return url.copy(0, url.lastIndexOf('/') + 1);
}

/// The municipality that a plan says it is for, as its title ends; empty when it says none.
std::string municipality_in(const css::uno::Reference<css::text::XTextDocument>& plan,
                            const Municipalities& municipalities)
{
    const std::string title =
        to_utf8(query<css::document::XDocumentPropertiesSupplier>(plan)->getDocumentProperties()->getTitle());
    for (const Municipality& one : municipalities.all())
        if (title.ends_with(" – " + one.name))
            return one.name;
    return {};
}

} // namespace

void remember_plan(const Model& workbook, const rtl::OUString& plan_url)
{
    const rtl::OUString own_url = workbook->getURL();
    if (own_url.isEmpty() || remembered_plan(workbook) == plan_url)
        return;
    const bool beside = folder_of_url(own_url) == folder_of_url(plan_url);
    const css::uno::Any value(beside ? plan_url.copy(plan_url.lastIndexOf('/') + 1) : plan_url);
    const rtl::OUString name = rtl::OUString::createFromAscii(plan_property);
    const auto properties = properties_of(workbook);
    const auto changeable = query<css::util::XModifiable>(workbook);
    const bool modified = changeable->isModified();
    if (properties->getPropertySetInfo()->hasPropertyByName(name))
        properties->setPropertyValue(name, value);
    else
        query<css::beans::XPropertyContainer>(properties)
            ->addProperty(name, css::beans::PropertyAttribute::REMOVABLE, value);
    // Making a plan is no reason to ask whether the workbook is to be saved.
    changeable->setModified(modified);
}

rtl::OUString remembered_plan(const Model& workbook)
{
    const auto properties = properties_of(workbook);
    const rtl::OUString name = rtl::OUString::createFromAscii(plan_property);
    rtl::OUString url;
    if (properties->getPropertySetInfo()->hasPropertyByName(name))
        properties->getPropertyValue(name) >>= url;
    return url.isEmpty() || url.indexOf(':') > 0 ? url : folder_of_url(workbook->getURL()) + url;
}

Model open_document(const Context& context, const rtl::OUString& url)
{
    const auto components =
        create<css::frame::XDesktop>(context, "com.sun.star.frame.Desktop")->getComponents()->createEnumeration();
    while (components->hasMoreElements())
    {
        const auto model = query_if<css::frame::XModel>(components->nextElement());
        if (model.is() && model->getURL() == url)
            return model;
    }
    return {};
}

PlanBlocks blocks_of(const PlanContent& plan)
{
    PlanBlocks blocks;
    for (const auto& [slot, some] : plan.slots)
        blocks.insert(blocks.end(), some.begin(), some.end());
    return blocks;
}

PlanBlocks blocks_now(const Context& context, const PlanFile& plan, const OpenWorkbook& open)
{
    const std::optional<PlanState> state = writer::read_state(plan.document());
    const bool is_report = state && state->kind == document_code(DocumentKind::report);
    return blocks_of(
        gathered_content(context, plan_now(open), {.kind = is_report ? DocumentKind::report : DocumentKind::plan}));
}

PlanFile::PlanFile(const Context& context, const OpenWorkbook& open, const rtl::OUString& url)
{
    const Texts& texts = open.texts();
    if (url.isEmpty())
        throw UserError(texts.get("error.plan.unknown"));
    Model model = open_document(context, url);
    if (!model.is())
    {
        const auto files = create<css::ucb::XSimpleFileAccess>(context, "com.sun.star.ucb.SimpleFileAccess");
        bool there = false;
        try
        {
            there = files->exists(url);
        }
        catch (const css::uno::Exception&)
        {
            there = false;
        }
        if (!there)
            throw UserError(texts.format("error.plan.missing", {{"url", readable_url(url)}}));
        m_hidden.emplace(context, url);
        model = m_hidden->model();
    }
    m_document = query_if<css::text::XTextDocument>(model);
    if (!m_document.is())
        throw UserError(texts.format("error.plan.damaged", {{"url", readable_url(url)}}));
    const std::string named = municipality_in(m_document, open.package.municipalities());
    if (!named.empty() && named != open.workbook.municipality->name)
        throw UserError(texts.format(
            "error.plan.other_municipality",
            {{"url", readable_url(url)}, {"other", named}, {"municipality", open.workbook.municipality->name}}));
    if (writer::linked_numbers(m_document).empty())
        throw UserError(texts.format("error.plan.no_links", {{"url", readable_url(url)}}));
}

} // namespace trinvis::commands
