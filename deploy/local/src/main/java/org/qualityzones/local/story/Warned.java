package org.qualityzones.local.story;

/** What the warning was and what it changed. @param changed id of the first declaration that it changed */
record Warned(String alert, String warning, String changed) {}
