package org.caravansms.api;

import java.util.List;

/**
 * The wishes of a client for its answer, beside the format.
 *
 * @param extended whether the reports have our additions to the vendor's
 * @param maxReports the most reports in the answer
 * @param continueUrl the address of a link in the answer, or empty
 * @param redirectUrl the template of the address it is redirected to, or empty
 */
public record Presentation(boolean extended, int maxReports, String continueUrl, String redirectUrl) {

    /** Nothing was asked for. */
    public static final Presentation USUAL = new Presentation(false, Integer.MAX_VALUE, "", "");

    public List<Report> reports(Submission submission) {
        List<Report> all = submission.reports();
        return maxReports < all.size() ? all.subList(0, maxReports) : all;
    }
}
