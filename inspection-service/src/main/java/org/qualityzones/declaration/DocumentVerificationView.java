package org.qualityzones.declaration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** A verification of documents with the clearance it led to. @param correctiveActionId null when they conform */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DocumentVerificationView(
        UUID id,
        UUID declarationId,
        int lineNo,
        boolean conforming,
        String remarks,
        Instant verifiedAt,
        DeclarationView.ClearanceView clearance,
        UUID correctiveActionId) {}
