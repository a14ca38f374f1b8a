package org.qualityzones.classification;

/** Who proposed a class: a person after an assessment, or a rule from a result. */
enum Origin {
    PERSON,
    RULE
}
