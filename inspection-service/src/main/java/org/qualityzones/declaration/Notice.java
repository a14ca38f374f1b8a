package org.qualityzones.declaration;

/**
 * Something that was accepted with a remark.
 *
 * @param pointer RFC 6901 pointer into the request
 * @param code stable kebab-case code, such as {@code hs-code-unknown}
 */
record Notice(String pointer, String code, String detail) {}
