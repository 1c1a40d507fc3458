#ifndef LITERATE_RESOURCES_H
#define LITERATE_RESOURCES_H

#include <stddef.h>

/// The content of a file of this folder, as it was when weave was built.
///
/// It is part of the program, so that it is found wherever the program is, also in a package that depends on this one.
///
/// - Parameters:
///   - name: the name of the file.
///   - size: takes the number of bytes.
/// - Returns: NULL if there is no such file.
const char *literate_resource(const char *name, size_t *size);

#endif
