// SPDX-License-Identifier: MPL-2.0
//
// The fixture for documents that a command must refuse: with a sentence, and without changing anything.
//
//     expect_refused(document, {"compare", "plan"}, "Arket Katalog findes ikke.");
#pragma once

#include "cells.hpp"
#include "document_content.hpp"

#include <chrono>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <thread>

namespace trinvis::testing
{

class RefusalTest : public OfficeTest
{
protected:
    std::string refusal_of(const std::string& command, const css::uno::Any& document)
    {
        std::vector<css::beans::PropertyValue> arguments{
            office::property("Document", document),
            office::property("Periods", css::uno::Any(rtl::OUString("2025-09-30")))};
        if (command == "plan")
            arguments.push_back(office::property("Url", css::uno::Any(office::from_utf8(url_of("plan.odt")))));
        return refusal(command, arguments);
    }

    std::string refusal_of(const std::string& command, const Document& document)
    {
        return refusal_of(command, css::uno::Any(office::query<css::frame::XModel>(document)));
    }

    /// The sentences with which the service refuses a document, one a method.
    std::vector<std::string> service_refusals(const css::uno::Reference<css::lang::XComponent>& document)
    {
        std::vector<std::string> sentences;
        const auto note = [&](const auto& call)
        {
            try
            {
                call();
                sentences.emplace_back("(accepted)");
            }
            catch (const css::lang::IllegalArgumentException& error)
            {
                sentences.push_back(office::to_utf8(error.Message));
            }
        };
        note([&] { service()->validate(document); });
        note([&] { service()->compare(document); });
        note([&] { service()->createPlan(document, office::from_utf8(url_of("plan.odt"))); });
        return sentences;
    }

    /// Charts that are drawn for the first time make a document modified by themselves, a little later.
    static void settle(const Document& document)
    {
        for (int quiet = 0, tries = 0; quiet < 3 && tries < 100; ++tries)
        {
            office::query<css::util::XModifiable>(document)->setModified(false);
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            quiet = is_modified(document) ? 0 : quiet + 1;
        }
    }

    /// Each command must refuse with a part of a sentence and change nothing.
    void expect_refused(const Document& document, const std::vector<std::string>& commands, const std::string& part)
    {
        const std::vector<std::string> before = content_of(document);
        undo_manager(document)->clear();
        for (const std::string& command : commands)
        {
            settle(document);
            const std::string sentence = refusal_of(command, document);
            EXPECT_NE(sentence, "") << command;
            EXPECT_NE(sentence.find(part), std::string::npos) << command << ": " << sentence;
            EXPECT_FALSE(is_modified(document)) << command;
            EXPECT_EQ(undo_titles(document), std::vector<std::string>{}) << command;
            EXPECT_EQ(difference(before, content_of(document)), "") << command;
        }
        EXPECT_FALSE(std::filesystem::exists(folder() / "plan.odt"));
    }
};

} // namespace trinvis::testing
