package org.caravansms.cli;

import picocli.CommandLine.Command;

/** {@code caravan dead}. */
@Command(name = "dead", description = "the messages that could not be sent: list, resend, drop")
final class DeadLetterCommand extends ListResendDrop {}
