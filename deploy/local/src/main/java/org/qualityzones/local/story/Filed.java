package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;

/** The four declarations as they were answered. */
record Filed(JsonNode exempt, JsonNode released, JsonNode sampled, JsonNode held) {}
