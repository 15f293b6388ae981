// SPDX-License-Identifier: MPL-2.0
//
// A hundred generations of one plan, and between any two of them a person at work: writing, putting in tables, pictures
// and comments, moving and deleting. After each one all of it must be there, character by character, and everything that
// she did not touch must be new.
#include "living_plan.hpp"

#include "plan/part_hash.hpp"
#include "plan/part_steps.hpp"
#include "writer/part_fingerprint.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/graphic/XGraphicProvider.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/TextContentAnchorType.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextGraphicObjectsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <map>
#include <random>
#include <set>

namespace trinvis::testing
{

namespace
{

using namespace office;

constexpr int runs = 100;

/// What must be found in the plan, whatever is generated.
struct Ledger
{
    std::vector<std::string> lines;            ///< paragraphs and cells that she wrote
    std::map<std::string, std::string> edited; ///< parts as she left them, their words
    std::set<std::string> deleted;             ///< parts
    std::vector<std::string> comments;
    int pictures = 0;
};

class PlanHundredRunsTest : public LivingPlanTest
{
protected:
    [[nodiscard]] int some(int n)
    {
        return static_cast<int>(m_random() % static_cast<unsigned>(n));
    }

    [[nodiscard]] PlanContent next_version(int run)
    {
        PlanContent plan = plan_version(run);
        for (const char* slot : {"ladder", "survey"})
            for (int part = 0; part < 3; ++part)
                if (some(3) > 0)
                    add_part(plan, slot, "text" + std::to_string(part),
                             PlanParagraph{std::string(slot) + " " + std::to_string(part) + " i runde " +
                                           std::to_string(some(2) > 0 ? run : 0) + "."});
        return plan;
    }

    /// A part that stands as it was generated; empty when there is none.
    [[nodiscard]] std::string some_untouched(const TextDocument& document, bool prose)
    {
        std::vector<std::string> names;
        for (const PartStep& step : m_steps)
            if (!m_ledger.edited.contains(step.id) && !m_ledger.deleted.contains(step.id) &&
                (step.kind == PartKind::prose) == prose && section_of(document, step.id).is())
                names.push_back(step.id);
        return names.empty() ? std::string{} : names[static_cast<std::size_t>(some(static_cast<int>(names.size())))];
    }

    void work(const TextDocument& document, int run)
    {
        const std::string mark = std::to_string(run) + " æøå „" + std::to_string(some(1000)) + "“  –\tx";
        switch (some(9))
        {
        case 0:
        case 1:
            write_paragraph(document, "Eget " + mark);
            break;
        case 2:
            write_table(document, mark);
            break;
        case 3:
            put_picture(document);
            break;
        case 4:
            put_comment(document, "Note " + mark);
            break;
        case 5:
            edit_part(document, mark);
            break;
        case 6:
            if (const std::string part = some_untouched(document, some(2) > 0); some(3) == 0 && !part.empty())
            {
                writer::remove_section(section_of(document, part));
                m_ledger.deleted.insert(part);
            }
            break;
        case 7:
            move_part(document);
            break;
        default:
            write_in_marked_place(document, mark);
        }
    }

    void check(const TextDocument& document, int run)
    {
        SCOPED_TRACE("run " + std::to_string(run));
        const FoundParts found = writer::read_parts(document);
        std::map<std::string, std::string> expected = m_ledger.edited;
        for (const PartStep& step : m_steps)
            if (!m_ledger.deleted.contains(step.id))
                expected.emplace(step.id, part_words(step.blocks));
        for (const auto& [part, words] : expected)
        {
            ASSERT_TRUE(found.parts.contains(part)) << part;
            EXPECT_EQ(found.parts.at(part).words, words) << part;
        }
        for (const std::string& part : m_ledger.deleted)
            EXPECT_FALSE(found.parts.contains(part)) << part;
        std::multiset<std::string> lines;
        int empty = 0;
        read_lines(document, lines, empty);
        for (const std::string& line : m_ledger.lines)
            EXPECT_EQ(lines.count(line), 1U) << line;
        EXPECT_EQ(empty, 0);
        std::vector<std::string> comments;
        const auto fields = query<css::text::XTextFieldsSupplier>(document)->getTextFields()->createEnumeration();
        while (fields->hasMoreElements())
        {
            const auto field = query<css::lang::XServiceInfo>(fields->nextElement());
            if (field->supportsService("com.sun.star.text.TextField.Annotation"))
                comments.push_back(to_utf8(get_property<rtl::OUString>(field, "Content")));
        }
        std::sort(comments.begin(), comments.end());
        std::sort(m_ledger.comments.begin(), m_ledger.comments.end());
        EXPECT_EQ(comments, m_ledger.comments);
        EXPECT_EQ(
            query<css::text::XTextGraphicObjectsSupplier>(document)->getGraphicObjects()->getElementNames().getLength(),
            m_ledger.pictures);
    }

    void remember(const PlanContent& plan)
    {
        m_steps = part_steps({"status", "figures", "ladder", "survey", "sources"}, plan.slots);
    }

    std::mt19937 m_random{2026};
    std::vector<PartStep> m_steps;
    Ledger m_ledger;

private:
    /// An empty paragraph of her own after some part.
    [[nodiscard]] writer::Range own_paragraph(const TextDocument& document)
    {
        for (;;)
            if (const std::string part = some_untouched(document, some(2) > 0); !part.empty())
                return writer::paragraph_after(document, section_of(document, part));
    }

    void write_paragraph(const TextDocument& document, const std::string& text)
    {
        own_paragraph(document)->setString(from_utf8(text));
        m_ledger.lines.push_back(text);
    }

    void write_table(const TextDocument& document, const std::string& mark)
    {
        const writer::Range place = own_paragraph(document);
        const std::string below = "Under tabellen " + mark;
        place->setString(from_utf8(below));
        m_ledger.lines.push_back(below);
        const auto table = create_in<css::text::XTextTable>(document, "com.sun.star.text.TextTable");
        table->initialize(2, 2);
        place->getText()->insertTextContent(place->getStart(), query<css::text::XTextContent>(table), false);
        for (const char* cell : {"A1", "A2", "B1", "B2"})
        {
            const std::string text = cell + (" " + mark);
            query<css::text::XTextRange>(table->getCellByName(rtl::OUString::createFromAscii(cell)))
                ->setString(from_utf8(text));
            m_ledger.lines.push_back(text);
        }
    }

    void put_picture(const TextDocument& document)
    {
        const writer::Range place = own_paragraph(document);
        const std::string text = "Billede " + std::to_string(++m_ledger.pictures);
        place->setString(from_utf8(text));
        m_ledger.lines.push_back(text);
        const auto provider = running().create<css::graphic::XGraphicProvider>("com.sun.star.graphic.GraphicProvider");
        const auto graphic = provider->queryGraphic(sequence<css::beans::PropertyValue>(
            {property("URL", css::uno::Any(rtl::OUString("private:graphicrepository/cmd/sc_save.png")))}));
        const auto picture = create_in<css::text::XTextContent>(document, "com.sun.star.text.TextGraphicObject");
        set_property(picture, "Graphic", css::uno::Any(graphic));
        set_property(picture, "AnchorType",
                     css::uno::Any(some(2) > 0 ? css::text::TextContentAnchorType_AS_CHARACTER
                                               : css::text::TextContentAnchorType_AT_PARAGRAPH));
        place->getText()->insertTextContent(place->getEnd(), picture, false);
    }

    void put_comment(const TextDocument& document, const std::string& text)
    {
        const auto comment = create_in<css::text::XTextContent>(document, "com.sun.star.text.TextField.Annotation");
        set_property(comment, "Content", css::uno::Any(from_utf8(text)));
        const std::string part = some_untouched(document, true);
        if (part.empty())
            return;
        const auto paragraph = paragraph_of(document, part);
        paragraph->getText()->insertTextContent(paragraph->getStart(), comment, false);
        m_ledger.comments.push_back(text);
        m_ledger.edited[part] = writer::read_part(section_of(document, part)).words;
    }

    void edit_part(const TextDocument& document, const std::string& mark)
    {
        const std::string part = some_untouched(document, true);
        if (part.empty() || some(2) > 0)
            return;
        const auto content = writer::content_of(section_of(document, part));
        const auto paragraph = query<css::text::XTextRange>(content.back());
        paragraph->getText()->insertString(paragraph->getEnd(), from_utf8(" Rettet " + mark), false);
        m_ledger.edited[part] = writer::read_part(section_of(document, part)).words;
    }

    /// As cutting and pasting does: the same section, with what stood in it, elsewhere.
    void move_part(const TextDocument& document)
    {
        const std::string part = some_untouched(document, true);
        const std::string target = some_untouched(document, false);
        if (part.empty() || target.empty())
            return;
        const auto content = writer::content_of(section_of(document, part));
        if (content.size() != 1)
            return;
        const rtl::OUString text = query<css::text::XTextRange>(content.front())->getString();
        const auto style = get_property<rtl::OUString>(content.front(), "ParaStyleName");
        writer::remove_section(section_of(document, part));
        const writer::Range place = writer::paragraph_after(document, section_of(document, target));
        const auto section = writer::insert_section(document, place, writer::section_name(part), false);
        const auto inside = query<css::text::XTextRange>(writer::content_of(section).front());
        inside->setString(text);
        set_property(inside, "ParaStyleName", css::uno::Any(style));
        writer::remove_paragraph(place);
    }

    void write_in_marked_place(const TextDocument& document, const std::string& mark)
    {
        const std::string part = some(2) > 0 ? "figures.1.assessment" : "figures.2.assessment";
        if (!section_of(document, part).is())
            return;
        paragraph_of(document, part)->setString(from_utf8("Vores vurdering " + mark));
        m_ledger.edited[part] = "Vores vurdering " + mark + "\n";
    }

    static void read_lines(const TextDocument& document, std::multiset<std::string>& lines, int& empty)
    {
        const auto all = query<css::container::XEnumerationAccess>(document->getText())->createEnumeration();
        while (all->hasMoreElements())
        {
            const auto element = query<css::lang::XServiceInfo>(all->nextElement());
            if (const auto table = query_if<css::text::XTextTable>(element); table.is())
            {
                for (const rtl::OUString& cell : table->getCellNames())
                    lines.insert(to_utf8(query<css::text::XTextRange>(table->getCellByName(cell))->getString()));
                continue;
            }
            const std::string text = to_utf8(query<css::text::XTextRange>(element)->getString());
            lines.insert(text);
            if (text.empty() && to_utf8(get_property<rtl::OUString>(element, "ParaStyleName")) != "Trinvis Diagram")
                ++empty;
        }
    }
};

} // namespace

TEST_F(PlanHundredRunsTest, LoseNothing)
{
    PlanContent plan = next_version(0);
    remember(plan);
    made(plan);
    for (int run = 1; run <= runs && !HasFailure(); ++run)
    {
        edit(
            [&](const TextDocument& document)
            {
                check(document, run);
                for (int deeds = 0; deeds < 2; ++deeds)
                    work(document, run);
            });
        plan = next_version(run);
        remember(plan);
        for (const auto& file : std::filesystem::directory_iterator(folder()))
            if (file.path().filename().string().starts_with("plan ("))
                std::filesystem::remove(file);
        made(plan);
    }
    look([&](const TextDocument& document) { check(document, runs + 1); });
    EXPECT_GT(m_ledger.lines.size(), 50U);
    EXPECT_GT(m_ledger.comments.size(), 5U);
    EXPECT_GT(m_ledger.pictures, 5);
}

} // namespace trinvis::testing
