// SPDX-License-Identifier: MPL-2.0
#include "ladder/ladder_fault.hpp"

#include "table/number_text.hpp"

namespace trinvis
{

std::string repeatable(std::string text)
{
    if (looks_like_cpr(text))
        return "…";
    return text;
}

std::string ladder_fault_words(const LadderFault& fault, const Texts& texts)
{
    return texts.format(fault.message, fault.values) + " " + texts.format(fault.message + ".remedy", fault.values);
}

std::string ladder_fault_sentence(const LadderFault& fault, const Texts& texts)
{
    Replacements values = fault.values;
    values.emplace_back("words", ladder_fault_words(fault, texts));
    return texts.format("ladder.fault", values);
}

} // namespace trinvis
