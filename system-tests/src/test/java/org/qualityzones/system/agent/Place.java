package org.qualityzones.system.agent;

/** A side of a method, or of all methods of that name in a class. */
record Place(String type, String method, Side side) {

    enum Side {
        ENTRY,
        EXIT
    }

    static Place entry(String type, String method) {
        return new Place(type, method, Side.ENTRY);
    }

    static Place exit(String type, String method) {
        return new Place(type, method, Side.EXIT);
    }
}
