// SPDX-License-Identifier: MPL-2.0
//
// The key-figure catalogue: figures, the items they are computed from, and their definitions as the product ships them
// (templates/catalogue.json). A workbook carries its own copy in the sheet Katalog, and that copy rules.
//
//     const Catalogue shipped = Catalogue::from_json(content, Language::danish);
//     shipped.figures.front().name;                 // "Institutionsanbringelser"
#pragma once

#include "texts/words.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trinvis
{

/// What a figure measures; it decides which statistics can be computed.
enum class FigureKind
{
    share,   ///< numerator counted within the denominator: a proportion
    rate,    ///< events against a population: the numerator may exceed the denominator
    ratio,   ///< an amount against a population (kroner per child): no interval without a known spread
    average, ///< a mean that was computed elsewhere (months): no interval without a known spread
    count    ///< a plain count
};

/// Which way is the wanted way. The product takes no stand unless the user does.
enum class Direction
{
    neither,
    higher,
    lower
};

/// One key figure or own indicator, in one language.
struct Figure
{
    std::string id; ///< "1" … "12" or the user's own, e.g. "E1"
    std::string name;
    FigureKind kind = FigureKind::share;
    std::string numerator;   ///< item id, empty for average and count
    std::string denominator; ///< item id, empty for average and count
    std::string value;       ///< item id, for average and count
    double factor = 1;       ///< what the quotient is multiplied with: 100 for per cent, 1000 for per 1,000
    std::string unit;
    Direction direction = Direction::neither;
    std::map<std::string, std::string, std::less<>> definition; ///< the other columns of Katalog, by column key
    int row = -1;                                               ///< where it stands in the workbook, if it does
};

/// One stored quantity.
struct Item
{
    std::string id;
    std::string name;
    std::string unit;
    std::string role; ///< key of the role's word: "role.numerator", "role.denominator", "role.value"
    std::vector<std::string> figures;
};

struct Catalogue
{
    std::string version;
    std::vector<Figure> figures;
    std::vector<Item> items;

    /// Throws std::invalid_argument when the content is no catalogue.
    [[nodiscard]] static Catalogue from_json(std::string_view content, Language language);
};

/// The words of kinds and directions ("andel", "share" …), read in either language.
[[nodiscard]] std::string_view kind_key(FigureKind kind);
[[nodiscard]] std::optional<FigureKind> kind_from_word(std::string_view word, const Words& words);
[[nodiscard]] std::string_view direction_key(Direction direction);
[[nodiscard]] Direction direction_from_word(std::string_view word, const Words& words);

} // namespace trinvis
