// SPDX-License-Identifier: MPL-2.0
//
// Workbooks that are to be shared, and what the product knows of the relations between their numbers.
//
//     const HiddenNumbers hidden = hidden_numbers(shared(book).read(), words(), municipalities(), known_relations());
#pragma once

#include "workbook_fixture.hpp"

#include "privacy/known_relations.hpp"

namespace trinvis::tests
{

[[nodiscard]] inline const privacy::KnownRelations& known_relations()
{
    static const privacy::KnownRelations known =
        privacy::KnownRelations::from_json(file_text(templates_dir() / "disclosure.json"));
    return known;
}

/// The same workbook, switched to "til deling".
[[nodiscard]] inline WorkbookFixture shared(WorkbookFixture book, int threshold = 5)
{
    book.at("facts", "view", "value") = words().in(book.read().language).get("sharing.shared");
    book.at("facts", "threshold", "value") = std::to_string(threshold);
    return book;
}

} // namespace trinvis::tests
