/** The queue of each message, by the operator's rules, and its number in international form. */
package org.caravansms.routing;
