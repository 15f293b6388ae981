// SPDX-License-Identifier: MPL-2.0
//
// The file of a plan that is generated again: what it was is kept, and a run that fails leaves it byte by byte.
#include "living_plan.hpp"

#include "office/user_error.hpp"

#include <algorithm>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <fstream>
#include <rtl/uri.hxx>
#include <sstream>
#include <unistd.h>

namespace trinvis::testing
{

namespace
{

using namespace office;

class PlanKeptFileTest : public LivingPlanTest
{
protected:
    [[nodiscard]] std::string file_content(const std::string& name) const
    {
        std::ifstream stream(folder() / name, std::ios::binary);
        std::ostringstream content;
        content << stream.rdbuf();
        return content.str();
    }

    /// The files beside the plan, the plan among them.
    [[nodiscard]] std::size_t files() const
    {
        std::size_t count = 0;
        for (const auto& file : std::filesystem::directory_iterator(folder()))
            count += file.is_regular_file() ? 1 : 0;
        return count;
    }
};

std::string name_in(const rtl::OUString& url)
{
    return to_utf8(
        rtl::Uri::decode(url.copy(url.lastIndexOf('/') + 1), rtl_UriDecodeWithCharset, RTL_TEXTENCODING_UTF8));
}

} // namespace

// "No backup of the previous file."
TEST_F(PlanKeptFileTest, ThePreviousFileIsKeptEveryTime)
{
    made(plan_version(1));
    std::vector<std::string> kept;
    std::vector<std::string> before;
    for (int run = 2; run <= 4; ++run)
    {
        before.push_back(file_content("plan.odt"));
        const writer::MadePlan plan = made(plan_version(run));
        ASSERT_EQ(plan.kept.size(), 2U);
        kept.push_back(name_in(plan.kept.front()));
    }
    for (std::size_t i = 0; i < kept.size(); ++i)
        EXPECT_EQ(file_content(kept[i]), before[i]) << kept[i] << ", byte by byte";
    EXPECT_EQ(files(), 8U);
}

TEST_F(PlanKeptFileTest, AFileWhoseMemoryIsDamagedIsKeptAsideAndNotWrittenIn)
{
    made(plan_version(1));
    // Nobody can tell any more what is the person's.
    edit(
        [](const TextDocument& document)
        {
            query<css::document::XDocumentPropertiesSupplier>(document)
                ->getDocumentProperties()
                ->getUserDefinedProperties()
                ->removeProperty("Trinvis");
            paragraph_of(document, "status.intro")->setString("Egne ord.");
        });
    const std::string before = file_content("plan.odt");
    const writer::MadePlan plan = made(plan_version(2));
    EXPECT_TRUE(plan.renewal.empty());
    ASSERT_EQ(plan.kept.size(), 2U);
    EXPECT_EQ(file_content(name_in(plan.kept.front())), before);
    EXPECT_EQ(words_of("status.intro"), "Tabellen viser runde 2.\n");
}

TEST_F(PlanKeptFileTest, APlanOfAnotherKindIsKeptAside)
{
    made(plan_version(1));
    const std::string before = file_content("plan.odt");
    writer::PlanTarget other = target();
    other.kind = "figures";
    const writer::MadePlan plan = made(plan_version(2), other);
    ASSERT_EQ(plan.kept.size(), 2U);
    EXPECT_EQ(file_content(name_in(plan.kept.front())), before);
}

TEST_F(PlanKeptFileTest, ARunThatFailsLeavesTheFileAsItWas)
{
    made(plan_version(1));
    edit([](const TextDocument& document) { paragraph_of(document, "status.intro")->setString("Egne ord."); });
    const std::string before = file_content("plan.odt");
    const std::string pdf = file_content("plan.pdf");
    PlanContent broken = plan_version(2);
    add_part(broken, "status", "intro", PlanParagraph{"The same part once more."});
    EXPECT_THROW(made(broken), std::invalid_argument);
    write_template("<text:p>{{slot:status}} {{slot:findes_ikke}}</text:p>");
    EXPECT_THROW(made(plan_version(2)), UserError);
    std::filesystem::remove(folder() / "skabelon" / "skabelon.fodt");
    EXPECT_THROW(made(plan_version(2)), UserError);
    EXPECT_EQ(file_content("plan.odt"), before);
    EXPECT_EQ(file_content("plan.pdf"), pdf);
    EXPECT_EQ(files(), 2U) << "nothing is left lying about";
}

TEST_F(PlanKeptFileTest, AFileThatMayOnlyBeReadIsLeftAlone)
{
    made(plan_version(1));
    const std::string before = file_content("plan.odt");
    std::filesystem::permissions(folder() / "plan.odt", std::filesystem::perms::owner_read);
    try
    {
        made(plan_version(2));
        // The superuser may write in any file.
        EXPECT_EQ(geteuid(), 0U) << "written over";
    }
    catch (const UserError& error)
    {
        EXPECT_NE(std::string(error.what()).find("Filen må kun læses."), std::string::npos) << error.what();
        EXPECT_EQ(error.blame(), Blame::target);
        EXPECT_EQ(file_content("plan.odt"), before);
    }
}

TEST_F(PlanKeptFileTest, AFileThatIsOpenIsLeftAlone)
{
    made(plan_version(1));
    const std::string before = file_content("plan.odt");
    const Model open = load(url_of("plan.odt"));
    EXPECT_TRUE(open.is());
    EXPECT_THROW(made(plan_version(2)), UserError);
    EXPECT_EQ(file_content("plan.odt"), before);
    EXPECT_LE(files(), 3U) << "the plan, its .pdf and the office's own lock";
}

} // namespace trinvis::testing
