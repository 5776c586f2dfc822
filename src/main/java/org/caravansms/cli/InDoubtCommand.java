package org.caravansms.cli;

import picocli.CommandLine.Command;

/** {@code caravan doubt}. */
@Command(name = "doubt", description = "the messages that may have been sent, or not: list, resend, drop")
final class InDoubtCommand extends ListResendDrop {}
