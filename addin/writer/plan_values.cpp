// SPDX-License-Identifier: MPL-2.0
#include "writer/plan_values.hpp"

#include "office/text.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/text/XDependentTextField.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/util/XRefreshable.hpp>

namespace trinvis::writer
{

namespace
{

using namespace office;
using TextDocument = css::uno::Reference<css::text::XTextDocument>;

rtl::OUString master_name(const std::string& value)
{
    return "Trinvis_" + from_utf8(value);
}

css::uno::Reference<css::beans::XPropertySet> master_of(const TextDocument& document, const std::string& value)
{
    const auto masters = query<css::text::XTextFieldsSupplier>(document)->getTextFieldMasters();
    const rtl::OUString name = "com.sun.star.text.fieldmaster.User." + master_name(value);
    if (masters->hasByName(name))
        return query<css::beans::XPropertySet>(masters->getByName(name));
    const auto master = create_in<css::beans::XPropertySet>(document, "com.sun.star.text.fieldmaster.User");
    set_property(master, "Name", css::uno::Any(master_name(value)));
    return master;
}

} // namespace

void set_values(const TextDocument& document, const PlanValues& values)
{
    for (const auto& [name, content] : values)
    {
        const auto master = master_of(document, name);
        // A date is a text, not a sum with two minus signs.
        set_property(master, "IsExpression", css::uno::Any(false));
        set_property(master, "Content", css::uno::Any(from_utf8(content)));
    }
    query<css::util::XRefreshable>(query<css::text::XTextFieldsSupplier>(document)->getTextFields())->refresh();
}

void put_sentence(const TextDocument& document, const css::uno::Reference<css::text::XTextRange>& place,
                  const std::string& sentence, const PlanValues& values)
{
    const auto text = place->getText();
    place->setString(rtl::OUString());
    const auto cursor = query<css::text::XTextRange>(text->createTextCursorByRange(place->getEnd()));
    std::size_t from = 0;
    while (from < sentence.size())
    {
        const std::size_t open = sentence.find('{', from);
        const std::size_t close = open == std::string::npos ? open : sentence.find('}', open);
        const auto value =
            close == std::string::npos ? values.end() : values.find(sentence.substr(open + 1, close - open - 1));
        const std::size_t end = value != values.end() ? open : close == std::string::npos ? close : close + 1;
        text->insertString(cursor, from_utf8(sentence.substr(from, end - from)), false);
        if (value == values.end())
        {
            from = end == std::string::npos ? sentence.size() : end;
            continue;
        }
        const auto field = create_in<css::text::XDependentTextField>(document, "com.sun.star.text.TextField.User");
        field->attachTextFieldMaster(master_of(document, value->first));
        text->insertTextContent(cursor, query<css::text::XTextContent>(field), false);
        from = close + 1;
    }
}

} // namespace trinvis::writer
