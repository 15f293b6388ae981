// SPDX-License-Identifier: MPL-2.0
//
// All commands of the menu, each with what it needs to do its work: for what has to hold for every one of them.
//
//     for (const std::string& command : every_command())
//         EXPECT_EQ(attempt(command, document), "") << command;
#pragma once

#include "cells.hpp"
#include "document_content.hpp"
#include "function_cases.hpp"

#include <algorithm>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <fstream>
#include <map>
#include <set>

namespace trinvis::testing
{

/// The commands that have a name in the menu, so that a new one is among them by itself.
[[nodiscard]] inline std::vector<std::string> every_command()
{
    constexpr std::string_view prefix = "short.";
    std::vector<std::string> commands;
    for (const auto& [key, shown_text] : package_texts(Language::danish).all())
        if (key.starts_with(prefix))
        {
            std::string name = key.substr(prefix.size());
            std::replace(name.begin(), name.end(), '_', '-');
            commands.push_back(std::move(name));
        }
    return commands;
}

/// True for a command that writes into its workbook.
[[nodiscard]] inline bool writes(const std::string& command)
{
    static const std::set<std::string> others{
        "new-workbook",    "export-findings", "plan",          "report",       "show-in-plan",
        "plan-template",   "deliver",         "survey-letter", "share-copy",   "report-template",
        "validate-folder", "export-calendar", "help",          "settings",     "about",
        "practice",        "show-panel",      "next-finding",  "show-finding", "rule-help"};
    return !others.contains(command);
}

class EveryCommandTest : public OfficeTest
{
protected:
    /// A workbook in which every command has something to do, saved and opened again. There are findings, one of them a
    /// number that can be repaired.
    [[nodiscard]] Document busy_workbook()
    {
        const Document document = filled_workbook();
        const Sheet entry = sheet_named(document, "Indtastning");
        set_number(entry, cell_of(document, "netvaerk", 2), -12);
        set_text(entry, cell_of(document, "netvaerk", 1), " 12 ");
        return reloaded(document, "travl.ods", "calc8");
    }

    /// Writes the files that commands read.
    void write_files(const Document& document)
    {
        std::ofstream(folder() / "svar.csv") << "Kommune;1;2;3\nAarhus;1;2;3\nOdense;2;3;4\nViborg;3;4;5\n";
        std::ofstream(folder() / "regnskab.csv") << "Kommune;År;Funktion;Gruppering;Tekst;Beløb (kr.);Kilde\r\n"
                                                    ";2024;5.28.20;001;Opholdssteder;1.000.000,01;Opdigtede tal\r\n"
                                                    ";2025;5.28.20;001;Opholdssteder;1.200.000,02;Opdigtede tal\r\n";
        std::filesystem::create_directory(folder() / "mapper");
        const Document other = new_workbook(usual_rounds(), "751");
        set_number(sheet_named(other, "Indtastning"), cell_of(other, "netvaerk", 0), 12);
        store(other, "mapper/Aarhus.ods");
        run("export-findings", document, {office::property("Url", text(url_of("tidligere.json")))});
        run("plan", document, {office::property("Url", text(url_of("plan.odt")))});
        // A package is made of a workbook without errors.
        const Document whole = filled_workbook();
        run("deliver", whole, {office::property("Url", text(url_of("pakke.zip")))});
        close(office::query<css::frame::XModel>(whole));
    }

    void store(const Document& document, const std::string& name) const
    {
        office::query<css::frame::XStorable>(document)->storeToURL(
            office::from_utf8(url_of(name)), office::sequence<css::beans::PropertyValue>({office::property(
                                                 "FilterName", css::uno::Any(rtl::OUString("calc8")))}));
    }

    /// What a script would give a command with a document.
    [[nodiscard]] std::vector<css::beans::PropertyValue> arguments_for(const std::string& command,
                                                                       const Document& document) const
    {
        std::vector<css::beans::PropertyValue> arguments{
            office::property("Document", css::uno::Any(office::query<css::frame::XModel>(document)))};
        const auto give = [&](const char* name, const std::string& value)
        { arguments.push_back(office::property(name, text(value))); };
        static const std::map<std::string, std::string> files{
            {"export-findings", "fund.html"},  {"difference", "tidligere.json"},      {"plan", "plan 2.odt"},
            {"report", "rapport.odt"},         {"show-in-plan", "plan.odt"},          {"check-plan", "plan.odt"},
            {"plan-template", "skabelon.ott"}, {"report-template", "skabelon 2.ott"}, {"survey-letter", "brev.odt"},
            {"import-survey", "svar.csv"},     {"import-accounts", "regnskab.csv"},   {"export-calendar", "forløb.ics"},
            {"deliver", "pakke 2.zip"},        {"share-copy", "deling.ods"},          {"read-receipt", "pakke.zip"},
            {"new-workbook", "ny.ods"},        {"validate-folder", "resultat.json"},  {"import-data", "svar.csv"}};
        if (const auto file = files.find(command); file != files.end())
            give("Url", url_of(file->second));
        if (command == "add-round")
            give("Periods", "2025-09-30");
        if (command == "new-workbook")
        {
            give("Municipality", "706");
            give("Periods", "2024-03-31");
        }
        if (command == "validate-folder" || command == "gather-figures")
            give("Folder", (folder() / "mapper").string());
        return arguments;
    }

    /// Runs a command as a script does; the sentence with which it refuses, empty when it does not.
    std::string attempt(const std::string& command, const Document& document)
    {
        const std::string sentence = sentence_of(command, document);
        // Looking for a place in the plan opens it, also when there is none.
        if (command == "show-in-plan")
            close_open(url_of("plan.odt"));
        return sentence;
    }

    /// Closes the document of a URL where it is open.
    void close_open(const std::string& url) const
    {
        std::vector<Model> found;
        const auto open =
            running().create<css::frame::XDesktop>("com.sun.star.frame.Desktop")->getComponents()->createEnumeration();
        while (open->hasMoreElements())
            if (const auto one = office::query_if<css::frame::XModel>(open->nextElement());
                one.is() && office::to_utf8(one->getURL()) == url)
                found.push_back(one);
        for (const Model& one : found)
            close(one);
    }

    std::string sentence_of(const std::string& command, const Document& document)
    {
        try
        {
            const Model made(running().run(command, arguments_for(command, document)), css::uno::UNO_QUERY);
            if (made.is() && made != office::query<css::frame::XModel>(document))
                close(made);
        }
        catch (const css::uno::Exception& error)
        {
            return error.Message.isEmpty() ? "(no message)" : office::to_utf8(error.Message);
        }
        return {};
    }

    [[nodiscard]] static css::uno::Any text(const std::string& value)
    {
        return css::uno::Any(office::from_utf8(value));
    }
};

} // namespace trinvis::testing
