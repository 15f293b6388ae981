// SPDX-License-Identifier: MPL-2.0
//
// The dialogs of an import, one after the other: where from, what of a StatBank table, what things mean, and what will
// become of it. Each can be gone back from; nothing is written by any of them.
//
//     Turn turn = ask_statbank_choice(context, frame, table, choice);
//     turn = ask_answers(context, frame, page);
//     turn = ask_summary(context, frame, replace, [&](bool replace) { return sentences(replace); });
#pragma once

#include "reference/answers.hpp"
#include "reference/statbank_api.hpp"
#include "ui/dialog.hpp"
#include "ui/turn.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace trinvis::ui
{

struct ImportSourceWish
{
    bool own = false;      ///< the municipality's own numbers, into Indtastning; else comparison data
    bool statbank = false; ///< from the StatBank; else from files
    std::vector<rtl::OUString> urls;
    std::string table;
    std::string address;
};

/// Asks what is fetched and where from; nothing when the user cancels. The proposal fills the fields; the folder is where
/// the file dialog begins.
[[nodiscard]] std::optional<ImportSourceWish> ask_import_source(const office::Context& context, const Frame& frame,
                                                                const ImportSourceWish& proposal,
                                                                const rtl::OUString& folder);

/// Asks which values of a table are fetched, beginning with a proposal; shows the address, the licence and how much it is.
[[nodiscard]] Turn ask_statbank_choice(const office::Context& context, const Frame& frame, const std::string& address,
                                       const reference::StatBankTable& table, reference::StatBankChoice& choice);

/// What the dialog of questions and answers shows and to whom it tells the answers.
struct AnswerPages
{
    std::string title; ///< the source's name
    std::vector<reference::AnswerTopic> topics;
    std::size_t page = 0; ///< the topic that is shown first, and on return the one that was shown last
    std::function<std::vector<reference::Answer>(reference::AnswerTopic)> rows;
    /// Takes an answer; false when it is none.
    std::function<bool(const std::string& name, const std::string& value)> set;
    /// The page was seen. What is missing on it, as a sentence; empty when it may be left.
    std::function<std::string(reference::AnswerTopic)> leave;
};

/// Asks topic by topic.
[[nodiscard]] Turn ask_answers(const office::Context& context, const Frame& frame, AnswerPages& pages);

/// Shows what will happen, and asks whether numbers that stand there already are replaced.
[[nodiscard]] Turn ask_summary(const office::Context& context, const Frame& frame, bool& replace,
                               const std::function<std::string(bool replace)>& text);

/// Asks how a file writes decimals where its numbers can be read in two ways; nothing when the user cancels.
[[nodiscard]] std::optional<reference::DecimalMark> ask_decimal_mark(const office::Context& context, const Frame& frame,
                                                                     const std::string& question);

} // namespace trinvis::ui
