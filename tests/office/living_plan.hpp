// SPDX-License-Identifier: MPL-2.0
//
// A small plan that is generated again and again, with a person's changes in between. The generator's own code runs in the
// test and works in the real office, so that a test chooses what is generated.
//
//     made(version(1));
//     edit([](const PlanText& plan) { plan.append("figures.1.text", " Det er vi glade for."); });
//     made(version(2));
#pragma once

#include "office_fixture.hpp"
#include "plan/plan_content.hpp"
#include "plan/plan_part.hpp"
#include "writer/living_plan.hpp"
#include "writer/plan_section.hpp"

#include <com/sun/star/text/XTextDocument.hpp>

namespace trinvis::testing
{

using TextDocument = css::uno::Reference<css::text::XTextDocument>;

/// The numbers of the plan: the figure's value is `number`,0 and its chart ends in it.
[[nodiscard]] PlanContent plan_version(int number);

/// Puts a part at the end of a slot.
void add_part(PlanContent& plan, const std::string& slot, const std::string& part, PlanBlock block);

/// Takes a part out of what is generated.
void drop_part(PlanContent& plan, const std::string& slot, const std::string& part);

[[nodiscard]] const Texts& danish_texts();

class LivingPlanTest : public OfficeTest
{
protected:
    void SetUp() override;

    /// Generates at plan.odt.
    writer::MadePlan made(const PlanContent& plan);
    writer::MadePlan made(const PlanContent& plan, const writer::PlanTarget& target);
    [[nodiscard]] writer::PlanTarget target() const;

    /// Opens the plan, does something to it, saves and closes it.
    void edit(const std::function<void(const TextDocument&)>& change);
    /// Opens the plan, looks at it and closes it.
    void look(const std::function<void(const TextDocument&)>& at);

    /// The words of the part as they stand; "(none)" when it has no section.
    [[nodiscard]] std::string words_of(const std::string& part);
    [[nodiscard]] std::string words_of_offer(const std::string& part);
    /// All text of the body.
    [[nodiscard]] std::string body();
    /// The names of all parts' sections in the order of the text.
    [[nodiscard]] std::vector<std::string> order();
    /// Paragraphs of the body without a letter, a picture or a chart.
    [[nodiscard]] int empty_paragraphs();

    /// A template with the looks of the shipped one and this body.
    void write_template(const std::string& body) const;
};

/// The only line of a part, for edits; the section of a part.
[[nodiscard]] writer::Section section_of(const TextDocument& document, const std::string& part);
/// The first paragraph of a part.
[[nodiscard]] css::uno::Reference<css::text::XTextRange> paragraph_of(const TextDocument& document,
                                                                      const std::string& part);

} // namespace trinvis::testing
