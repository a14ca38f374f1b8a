package org.qualityzones.agent;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Lists an agent.
 *
 * @param from first day on which it may file
 * @param until last day, open where absent
 */
record AgentCommand(@NotNull LocalDate from, LocalDate until) {}
