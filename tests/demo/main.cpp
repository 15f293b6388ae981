// SPDX-License-Identifier: MPL-2.0
//
// The demonstration: makes the workbooks and the plan through the real extension in a real soffice.
//
//     demo OUTPUT_FOLDER [da|en-US]
//
// With an English office the workbook is English; the advisory course is made in Danish alone, as its examples are.
// Ends with 1 when the clean workbook has a fault or the validation misses a seeded one.
#include "demo_data.hpp"
#include "demo_goals.hpp"
#include "demo_ladder.hpp"
#include "demo_spending.hpp"
#include "demo_survey.hpp"
#include "demo_words.hpp"
#include "demo_work.hpp"
#include "demo_workbook.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <org/trinvis/XKeyFigures.hpp>
#include <set>

namespace
{

using namespace trinvis;
using namespace trinvis::office;
using Findings = css::uno::Sequence<org::trinvis::Finding>;

struct Counts
{
    int errors = 0;
    int warnings = 0;
    int information = 0;
};

Counts count(const Findings& findings)
{
    Counts counts;
    for (const org::trinvis::Finding& finding : findings)
        ++(finding.severity == "error"     ? counts.errors
           : finding.severity == "warning" ? counts.warnings
                                           : counts.information);
    return counts;
}

std::ostream& operator<<(std::ostream& out, const Counts& counts)
{
    return out << "Fejl: " << counts.errors << " · Advarsler: " << counts.warnings
               << " · Oplysninger: " << counts.information;
}

/// As a file of its own: the plan links to it.
void store(const css::uno::Reference<css::frame::XModel>& document, const std::string& path)
{
    query<css::frame::XStorable>(document)->storeAsURL(
        from_utf8(testing::file_url(path)),
        sequence<css::beans::PropertyValue>({property("FilterName", css::uno::Any(rtl::OUString("calc8")))}));
}

void write_faults(const std::vector<demo::SeededFault>& faults, const std::string& path)
{
    std::ofstream file(path);
    file << "ark;celle;art\n";
    for (const demo::SeededFault& fault : faults)
        file << fault.sheet << ';' << fault.cell << ';' << fault.kind << '\n';
}

int missed(const std::vector<demo::SeededFault>& faults, const Findings& findings)
{
    std::set<std::pair<std::string, std::string>> found;
    for (const org::trinvis::Finding& finding : findings)
        found.emplace(to_utf8(finding.sheet), to_utf8(finding.cell));
    int count = 0;
    for (const demo::SeededFault& fault : faults)
        if (!found.contains({fault.sheet, fault.cell}))
        {
            std::cout << "  OVERSET: " << fault.sheet << ' ' << fault.cell << ' ' << fault.kind << '\n';
            ++count;
        }
    return count;
}

int make_demo(const std::filesystem::path& folder, const std::string& locale)
{
    testing::RunningOffice office({.locale = locale});
    const auto service = office.create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
    std::cout << "Laver en nøgletalsmappe med opdigtede tal for 98 kommuner og 11 runder …\n";
    const auto workbook = demo::make_demo_workbook(office);
    const auto document = query<css::frame::XModel>(workbook);
    const auto component = query<css::lang::XComponent>(workbook);
    const auto on_document = [&](const char* command)
    { office.run(command, {property("Document", css::uno::Any(document))}, document); };

    on_document("groups");
    demo::fill_ladder(workbook, office);
    demo::fill_survey(workbook, office);
    demo::fill_spending(workbook, office);
    for (const char* command : {"ladder", "survey", "spending"})
        on_document(command);
    if (!demo::is_english(workbook))
    {
        demo::fill_mini_analysis(workbook, office);
        demo::fill_goals(workbook, office);
        demo::fill_course(workbook, office);
    }
    for (const char* command : {"mini-analysis", "goals", "course"})
        on_document(command);
    on_document("validate");
    on_document("compare");
    const Counts clean = count(service->validate(component));
    std::cout << "Uden fejl:  " << clean << '\n';
    store(document, folder / "trinvis-uden-fejl.ods");

    const std::vector<demo::SeededFault> faults = demo::seed_faults(workbook);
    write_faults(faults, folder / "fejl.csv");
    on_document("validate");
    on_document("compare");
    const Findings findings = service->validate(component);
    const int overlooked = missed(faults, findings);
    std::cout << "Med fejl:   " << count(findings) << '\n'
              << "Indsatte fejl: " << faults.size()
              << ", fundet: " << faults.size() - static_cast<std::size_t>(overlooked) << '\n';
    store(document, folder / "trinvis-demo.ods");
    service->createPlan(component, from_utf8(testing::file_url(folder / "udviklingsplan.odt")));
    office.run("report",
               {property("Document", css::uno::Any(component)),
                property("Url", css::uno::Any(from_utf8(testing::file_url(folder / "noegletalsrapport.odt"))))});
    testing::close(document);
    const int code = office.stop();
    std::cout << "Landstal fra Danmarks Statistik, som de opdigtede kommunetal summer til:\n";
    for (const demo::PublishedTotal& total : demo::published_totals())
        std::cout << "  " << total.cut_off.substr(0, 4) << "  " << total.item << "  " << total.total << '\n';
    if (code != 0)
        std::cout << "soffice sluttede med kode " << code << '\n';
    return clean.errors + clean.warnings + overlooked + code == 0 ? 0 : 1;
}

} // namespace

int main(int count, char** words)
{
    if (count != 2 && count != 3)
    {
        std::cerr << "demo OUTPUT_FOLDER [da|en-US]\n";
        return 2;
    }
    try
    {
        const std::filesystem::path folder = std::filesystem::absolute(words[1]);
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        return make_demo(folder, count == 3 ? words[2] : "da");
    }
    catch (const css::uno::Exception& problem)
    {
        std::cerr << to_utf8(problem.Message) << '\n';
    }
    catch (const std::exception& problem)
    {
        std::cerr << problem.what() << '\n';
    }
    return 1;
}
