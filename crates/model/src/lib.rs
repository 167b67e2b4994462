//! Semantic types shared by every room: errors, identifiers, typed parameters, constants.
