// SPDX-License-Identifier: MPL-2.0
//
// The help: its pages are the same in both languages, every link leads to something, and every rule has its section with
// a reason. What Markdown becomes is looked at in small.
#include "help_page.hpp"
#include "shipped.hpp"

#include "rules/rule.hpp"

#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>

namespace trinvis
{

namespace
{

/// The pages of a language by name, made as the package has them.
std::map<std::string, std::string> pages_of(Language language)
{
    const std::string code(language_code(language));
    const Texts& texts = tests::words().in(language);
    std::map<std::string, std::string> pages;
    const auto add = [&](const std::filesystem::path& source)
    {
        pages[help::page_name(source.filename().string())] =
            help::page(tests::file_text(source), language, texts.get("help.title"), texts.get("help.contents"));
    };
    for (const auto& file : std::filesystem::directory_iterator(tests::source_dir() / "addin/help" / code))
        add(file.path());
    for (const char* name : {"RULES.", "FUNCTIONS.", "TEMPLATE."})
        add(tests::source_dir() / "templates" / (name + code + ".md"));
    return pages;
}

std::vector<std::string> all_matches(const std::string& text, const char* pattern)
{
    std::vector<std::string> found;
    const std::regex expression(pattern);
    for (std::sregex_iterator match(text.begin(), text.end(), expression); match != std::sregex_iterator(); ++match)
        found.push_back((*match)[1]);
    return found;
}

std::set<std::string> anchors_of(const std::string& page)
{
    const std::vector<std::string> all = all_matches(page, "<text:bookmark text:name=\"([^\"]*)\"");
    return {all.begin(), all.end()};
}

std::string body_of(const std::string& markdown)
{
    const std::string page = help::page(markdown, Language::danish, "Hjælp", "");
    const std::size_t start = page.find("</text:h>\n") + 10;
    return page.substr(start, page.find("</office:text>") - start);
}

/// A paragraph in a style as it is written.
std::string in_style(const std::string& style, const std::string& xml)
{
    return "<text:p text:style-name=\"" + style + "\">" + xml + "</text:p>";
}

std::string item(const std::string& xml)
{
    return "<text:list-item>" + in_style("List_20_Contents", xml) + "</text:list-item>\n";
}

/// The first tag that does not fit; empty when every start has its end, in order.
std::string first_unbalanced(const std::string& xml)
{
    std::vector<std::string> open;
    for (const std::string& tag : all_matches(xml, "<(/?[a-z][a-z:-]*(?:[^>]*/(?=>))?)"))
    {
        if (tag.ends_with('/'))
            continue;
        if (tag.front() != '/')
            open.push_back(tag);
        else if (open.empty() || "/" + open.back() != tag)
            return tag;
        else
            open.pop_back();
    }
    return open.empty() ? "" : open.back();
}

} // namespace

TEST(HelpPage, ShowsWhatMarkdownSays)
{
    const auto span = [](const std::string& style, const std::string& xml)
    { return "<text:span text:style-name=\"" + style + "\">" + xml + "</text:span>"; };
    EXPECT_EQ(body_of("# T\n\nEt *kort* og **fedt**\nafsnit med `a < b` & \\*."),
              in_style("Text_20_body", "Et " + span("Emphasis", "kort") + " og " + span("Strong", "fedt") +
                                           " afsnit med " + span("Code", "a &lt; b") + " &amp; *.") +
                  "\n");
    EXPECT_EQ(body_of("# T\n\n1. En\n   ting\n2. To\n"),
              "<text:list text:style-name=\"Steps\">\n" + item("En ting") + item("To") + "</text:list>\n");
    EXPECT_EQ(body_of("# T\n\n* a\n* b\n"),
              "<text:list text:style-name=\"Points\">\n" + item("a") + item("b") + "</text:list>\n");
    const std::string table = body_of("# T\n\n| A | B |\n| --- | --- |\n| `x|y` | z \\| w |\n");
    EXPECT_NE(table.find(in_style("Table_20_Heading", "B")), std::string::npos) << table;
    EXPECT_NE(table.find(in_style("Table_20_Contents", span("Code", "x|y"))), std::string::npos) << table;
    EXPECT_NE(table.find(in_style("Table_20_Contents", "z | w")), std::string::npos) << table;
    const std::string links = body_of("# T\n\n[her](plan.md#tjek) og [der](RULES.da.md)");
    EXPECT_EQ(all_matches(links, "xlink:href=\"([^\"]*)\""),
              (std::vector<std::string>{"plan.fodt#tjek", "rules.fodt"}));
    EXPECT_EQ(body_of("# T\n\n```\n# <a>\n  b\n```\n"),
              in_style("Preformatted_20_Text", "# &lt;a&gt;") + "\n" +
                  in_style("Preformatted_20_Text", "<text:s text:c=\"2\"/>b") + "\n");
    EXPECT_EQ(anchors_of(body_of("# T\n\n## Ret {#ret}\n\n### V01 · Fejl\n")), (std::set<std::string>{"V01", "ret"}));
    EXPECT_EQ(body_of("# T\n\nLavet med rule_documentation.\n\nTekst"), in_style("Text_20_body", "Tekst") + "\n");
}

TEST(HelpPage, IsWellFormed)
{
    for (const Language language : {Language::danish, Language::english})
        for (const auto& [name, page] : pages_of(language))
            EXPECT_EQ(first_unbalanced(page.substr(page.find("<office:document"))), "") << name;
}

TEST(HelpPage, HasTheSamePagesAndPlacesInBothLanguages)
{
    const auto danish = pages_of(Language::danish);
    const auto english = pages_of(Language::english);
    ASSERT_EQ(danish.size(), english.size());
    for (const auto& [name, page] : danish)
    {
        ASSERT_TRUE(english.contains(name)) << name;
        EXPECT_EQ(anchors_of(page), anchors_of(english.at(name))) << name;
    }
    for (const char* name : {"index.fodt", "start.fodt", "validate.fodt", "compare.fodt", "tools.fodt", "plan.fodt",
                             "settings.fodt", "methods.fodt", "rules.fodt"})
        EXPECT_TRUE(danish.contains(name)) << name;
}

TEST(HelpPage, HasNoDeadLinkAndNoPageThatNobodyLeadsTo)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const auto pages = pages_of(language);
        std::set<std::string> led_to{"index.fodt"};
        for (const auto& [name, page] : pages)
            for (const std::string& link : all_matches(page, "xlink:href=\"([^\"]*)\""))
            {
                const std::size_t hash = std::min(link.find('#'), link.size());
                const std::string file = hash == 0 ? name : link.substr(0, hash);
                ASSERT_TRUE(pages.contains(file)) << name << ": " << link;
                if (file != name)
                    led_to.insert(file);
                if (hash < link.size())
                {
                    EXPECT_TRUE(anchors_of(pages.at(file)).contains(link.substr(hash + 1))) << name << ": " << link;
                }
            }
        EXPECT_EQ(led_to.size(), pages.size());
    }
}

TEST(HelpPage, HasASectionWithAReasonForEveryRule)
{
    for (const Language language : {Language::danish, Language::english})
    {
        const std::string page = pages_of(language).at("rules.fodt");
        const std::string reason = ">" + tests::words().in(language).get("column.rules.reason") + ":<";
        const std::string example = ">" + tests::words().in(language).get("rule_documentation.example") + ":<";
        for (const rules::Rule& rule : tests::rules_of(language))
        {
            const std::size_t start = page.find("<text:bookmark text:name=\"" + rule.id + "\"/>");
            ASSERT_NE(start, std::string::npos) << rule.id;
            const std::string section = page.substr(start, page.find("<text:h", start) - start);
            EXPECT_NE(section.find(reason), std::string::npos) << rule.id;
            EXPECT_NE(section.find(example), std::string::npos) << rule.id;
        }
    }
}

TEST(HelpPage, NamesASourceForEveryMethodThatIsNotOurs)
{
    const std::string page = pages_of(Language::danish).at("methods.fodt");
    std::size_t sections = 0;
    for (std::size_t start = page.find("<text:h text:style-name=\"Heading_20_2\""); start != std::string::npos;
         ++sections)
    {
        const std::size_t end = page.find("<text:h text:style-name=\"Heading_20_2\"", start + 1);
        const std::string section = page.substr(start, end - start);
        EXPECT_TRUE(std::regex_search(section, std::regex("\\([^)]*(18|19|20)[0-9][0-9]|vores og foreløbig")))
            << section;
        start = end;
    }
    EXPECT_GE(sections, 11U);
}

} // namespace trinvis
