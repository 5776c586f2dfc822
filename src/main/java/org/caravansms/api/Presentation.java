package org.caravansms.api;

import java.util.List;

/**
 * How a client wants its answer, beside the format.
 *
 * @param extended whether it asked for what the vendor's answer does not have
 * @param maxReports how many reports it wants at most
 * @param continueUrl where its user goes on, or empty
 * @param redirectUrl the template of where it is sent, or empty
 */
public record Presentation(boolean extended, int maxReports, String continueUrl, String redirectUrl) {

    /** Nothing was asked for. */
    public static final Presentation USUAL = new Presentation(false, Integer.MAX_VALUE, "", "");

    public List<Report> reports(Submission submission) {
        List<Report> all = submission.reports();
        return maxReports < all.size() ? all.subList(0, maxReports) : all;
    }
}
