package org.qualityzones.web;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing wrong with the input of a request.
 *
 * @param pointer RFC 6901 pointer into the body, or null when a parameter is wrong
 * @param parameter name of the query, path or header parameter, or null when the body is wrong
 * @param code stable kebab-case code
 * @param detail words for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputError(String pointer, String parameter, String code, String detail) {

    static InputError ofBody(String pointer, String code, String detail) {
        return new InputError(pointer, null, code, detail);
    }

    static InputError ofParameter(String parameter, String code, String detail) {
        return new InputError(null, parameter, code, detail);
    }
}
