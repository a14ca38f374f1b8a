package org.qualityzones.facts;

/** Scope of a suspension in force: who may not apply for inspection (暂停报检), or not export at all. */
public enum Suspension {
    NONE,
    STATUTORY,
    ALL
}
