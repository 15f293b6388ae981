// SPDX-License-Identifier: MPL-2.0
//
// How grave a finding is.
#pragma once

namespace trinvis
{

/// Fejl blocks delivery, Advarsel is corrected or explained, Oplysning is for knowledge.
enum class Severity
{
    error,
    warning,
    information
};

} // namespace trinvis
