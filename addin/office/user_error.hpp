// SPDX-License-Identifier: MPL-2.0
//
// A fault that the user can mend: thrown by a command with a finished sentence that says what, where and what to do.
// It is shown in a message box or handed to a script; it never leaves a UNO method as it is.
#pragma once

#include <stdexcept>
#include <string>

namespace trinvis::office
{

enum class Blame
{
    argument, ///< what was given: the document or its content
    target    ///< where the result was to go
};

class UserError : public std::runtime_error
{
public:
    explicit UserError(const std::string& sentence, Blame blame = Blame::argument)
        : std::runtime_error(sentence), m_blame(blame)
    {
    }

    [[nodiscard]] Blame blame() const
    {
        return m_blame;
    }

private:
    Blame m_blame;
};

} // namespace trinvis::office
