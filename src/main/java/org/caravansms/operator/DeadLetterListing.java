package org.caravansms.operator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which messages out of the flow {@code list} shows. */
@Command(name = "list")
public final class DeadLetterListing {

    @Mixin
    final ListLimit limit = new ListLimit();

    @Mixin
    final DeadLetterFilters filters = new DeadLetterFilters();
}
