// SPDX-License-Identifier: MPL-2.0
//
// How Boost.Math answers here when it cannot: it throws by default, and nothing in this room throws.
#pragma once

#include <boost/math/policies/policy.hpp>

namespace trinvis::statistics
{

/// What cannot be computed comes back as a value that is not finite.
using NotThrowing =
    boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

} // namespace trinvis::statistics
