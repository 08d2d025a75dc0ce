package io.askwell.attribution.application.matching;

/**
 * A person of the generated world.
 *
 * @param privateAddress at a provider for everybody
 * @param direct telephone at the company
 * @param mobile telephone that moves along
 */
record Person(
        int number,
        String given,
        String surname,
        Company company,
        String workAddress,
        String privateAddress,
        String direct,
        String mobile,
        String title) {}
