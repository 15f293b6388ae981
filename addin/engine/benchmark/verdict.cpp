// SPDX-License-Identifier: MPL-2.0
#include "benchmark/verdict.hpp"

namespace trinvis
{

std::string_view verdict_code(Verdict verdict)
{
    switch (verdict)
    {
    case Verdict::low_998:
        return "low-99.8";
    case Verdict::low_95:
        return "low-95";
    case Verdict::not_significant:
        return "not-significant";
    case Verdict::high_95:
        return "high-95";
    case Verdict::high_998:
        return "high-99.8";
    case Verdict::small_base:
        return "small-base";
    case Verdict::not_computable:
        return "not-computable";
    default:
        return "no-group";
    }
}

int difference_claimed(Verdict verdict)
{
    switch (verdict)
    {
    case Verdict::low_998:
    case Verdict::low_95:
        return -1;
    case Verdict::high_95:
    case Verdict::high_998:
        return 1;
    default:
        return 0;
    }
}

} // namespace trinvis
