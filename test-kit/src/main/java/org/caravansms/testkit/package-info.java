/** Tests of extensions: the gateway with the routes of a team, and an SMSC behind it. */
package org.caravansms.testkit;
