package org.qualityzones.web.sample;

import java.util.UUID;

/** A sample as clients see it. */
record SampleView(UUID id, String code, long version) {}
