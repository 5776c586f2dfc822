package org.caravansms.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The reports of a request, in the order of its messages. */
public final class Submission implements ApiAnswer {

    private final List<Report> reports = new ArrayList<>();

    public void add(Report report) {
        reports.add(report);
    }

    void replaceEach(UnaryOperator<Report> replacement) {
        reports.replaceAll(replacement);
    }

    public List<Report> reports() {
        return reports;
    }
}
