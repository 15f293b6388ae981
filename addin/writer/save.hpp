// SPDX-License-Identifier: MPL-2.0
//
// The plan's files: first written beside their place, then put there. A file that is there already is kept under another
// name, since a person may have written in it.
//
//     save_plan(context, document, url, texts);
//
// or in two steps, where the document is the file that is to be replaced and has to be closed in between:
//
//     StoredPlan stored(context, document, url, texts);
//     ...close the document...
//     stored.put_in_place();                                // the names under which the old files are kept
#pragma once

#include "office/uno.hpp"
#include "texts/texts.hpp"

#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/ucb/XSimpleFileAccess.hpp>

namespace trinvis::writer
{

/// Throws office::UserError when the target is open in another window or lock file.
void refuse_open_target(const office::Context& context, const rtl::OUString& url, const Texts& texts);

/// Throws office::UserError (Blame::target) when the target's folder is not there, or the target is a folder or may only
/// be read.
void refuse_unwritable_target(const office::Context& context, const rtl::OUString& url, const Texts& texts);

/// The plan as .odt and as tagged PDF (PDF/UA settings), written beside where they are to go. What is not put in place is
/// taken away again.
class StoredPlan
{
public:
    /// Throws office::UserError (Blame::target) when the files cannot be written; then nothing is left of them.
    StoredPlan(const office::Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
               const rtl::OUString& url, const Texts& texts);
    ~StoredPlan();
    StoredPlan(const StoredPlan&) = delete;
    StoredPlan& operator=(const StoredPlan&) = delete;

    /// Puts the files in place; returns where the old ones are kept. Throws office::UserError (Blame::target) when that
    /// fails; then the old files are as they were.
    [[nodiscard]] std::vector<rtl::OUString> put_in_place();

private:
    void take_away() const;

    css::uno::Reference<css::ucb::XSimpleFileAccess> m_files;
    rtl::OUString m_url;
    const Texts& m_texts;
    std::string m_stamp;
    rtl::OUString m_odt;
    rtl::OUString m_pdf;
};

/// Both steps at once.
void save_plan(const office::Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
               const rtl::OUString& url, const Texts& texts);

} // namespace trinvis::writer
