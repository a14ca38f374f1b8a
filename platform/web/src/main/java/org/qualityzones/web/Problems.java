package org.qualityzones.web;

/** Makes the problems that every feature needs. */
public final class Problems {

    private Problems() {}

    /** 404: not there, or not visible to the caller. */
    public static Problem notFound(String what, Object key) {
        return Problem.of(CommonProblem.NOT_FOUND, "There is no " + what + " " + key);
    }

    /** 400 for one place in the body. */
    public static Problem invalid(String pointer, String code, String detail) {
        return Problem.of(CommonProblem.INVALID_REQUEST, detail).at(pointer, code, detail);
    }

    /** 400 for one query, path or header parameter. */
    public static Problem invalidParameter(String parameter, String code, String detail) {
        return Problem.of(CommonProblem.INVALID_REQUEST, detail).atParameter(parameter, code, detail);
    }

    /** 403: the body names a row the caller may not act for. */
    public static Problem notYourRow(String pointer, String detail) {
        return Problem.of(CommonProblem.NOT_YOUR_ROW, detail).at(pointer, CommonProblem.NOT_YOUR_ROW.slug(), detail);
    }

    /** 409: the natural key is taken. */
    public static Problem duplicate(String what, Object key) {
        return Problem.of(CommonProblem.DUPLICATE, "There is a " + what + " " + key + " already");
    }
}
