// SPDX-License-Identifier: MPL-2.0
//
// A file that is opened to be read only: without a window, with no macro run and no link followed, and closed again.
//
//     const HiddenDocument earlier(context, url);
//     if (earlier.model().is()) ...
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XModel.hpp>

namespace trinvis::office
{

class HiddenDocument
{
public:
    /// The model is empty when the office cannot open the file, or when a password would be needed. With the name of a
    /// filter ("calc8") the file is that or nothing; without one the office looks what it may be.
    HiddenDocument(const Context& context, const rtl::OUString& url, const rtl::OUString& filter = {});
    ~HiddenDocument();
    HiddenDocument(const HiddenDocument&) = delete;
    HiddenDocument& operator=(const HiddenDocument&) = delete;

    [[nodiscard]] const css::uno::Reference<css::frame::XModel>& model() const
    {
        return m_model;
    }

private:
    css::uno::Reference<css::frame::XModel> m_model;
};

/// The last part of a URL as a person reads it: "Syddjurs 2025.ods".
[[nodiscard]] std::string file_name(const rtl::OUString& url);

} // namespace trinvis::office
