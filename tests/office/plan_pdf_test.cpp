// SPDX-License-Identifier: MPL-2.0
//
// The plan's .pdf, as a reader and a screen reader are told of it (pdfinfo and pdftotext of poppler).
#include "cells.hpp"

#include <array>
#include <cstdio>

namespace trinvis::testing
{

namespace
{

using namespace office;

class PlanPdfTest : public OfficeTest
{
protected:
    void SetUp() override
    {
        service()->createPlan(query<css::lang::XComponent>(filled_workbook()), from_utf8(url_of("plan.odt")));
    }
};

std::string output_of(const std::string& command)
{
    std::string output;
    std::array<char, 4096> part{};
    std::FILE* const pipe = popen(command.c_str(), "r");
    if (!pipe)
        return output;
    while (const std::size_t length = std::fread(part.data(), 1, part.size(), pipe))
        output.append(part.data(), length);
    pclose(pipe);
    return output;
}

} // namespace

TEST_F(PlanPdfTest, ThePdfIsTaggedAndHasATitle)
{
    const std::string info = output_of("pdfinfo -enc UTF-8 '" + (folder() / "plan.pdf").string() + "' 2>&1");
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Udviklingsplan – Syddjurs"), std::string::npos) << info;
    const std::string structure = output_of("pdfinfo -struct '" + (folder() / "plan.pdf").string() + "' 2>&1");
    for (const char* tag : {"H1", "H2", "Table", "TH", "Figure"})
        EXPECT_NE(structure.find(tag), std::string::npos) << tag;
}

TEST_F(PlanPdfTest, ThePdfHoldsTheText)
{
    const std::string text = output_of("pdftotext -enc UTF-8 '" + (folder() / "plan.pdf").string() + "' - 2>&1");
    EXPECT_NE(text.find("Forbehold: fund, der står tilbage"), std::string::npos);
    EXPECT_NE(text.find("12 Opfølgninger"), std::string::npos);
    EXPECT_EQ(text.find("{{"), std::string::npos);
}

} // namespace trinvis::testing
