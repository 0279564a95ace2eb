package marketshaping.sample;

import static marketshaping.sample.AgeBand.OLDER;
import static marketshaping.sample.AgeBand.YOUNGER;
import static marketshaping.sample.Need.LEARNING_DISABILITY;
import static marketshaping.sample.Need.MEMORY;
import static marketshaping.sample.Need.MENTAL_HEALTH;
import static marketshaping.sample.Need.NOT_RECORDED;
import static marketshaping.sample.Need.PHYSICAL;
import static marketshaping.sample.Need.SENSORY;
import static marketshaping.sample.Need.SOCIAL;

import java.util.List;

/**
 * A group of people that a published figure reports on, in a council of 4,000 people. It defines the number of people
 * over time: in total, out of the borough and outside London. It also defines the number not located, the yearly share
 * of leavers, and the mix of needs and ages. The constants are in the order in which people move on: from their own
 * home towards nursing care.
 */
enum Stratum {
    HOME_CARE(
            CareSetting.HOME_CARE,
            0.36,
            14,
            new InterpolatedSeries(1400, 1482, 1501, 1553, 1560, 1570, 1650),
            new InterpolatedSeries(20, 21, 21, 22, 22, 22, 24),
            new InterpolatedSeries(2, 2, 2, 2, 2, 2, 2),
            new Mix(PHYSICAL, OLDER, 0.52),
            new Mix(PHYSICAL, YOUNGER, 0.17),
            new Mix(MEMORY, OLDER, 0.13),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.05),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.04),
            new Mix(SENSORY, OLDER, 0.04),
            new Mix(SOCIAL, OLDER, 0.03),
            new Mix(NOT_RECORDED, OLDER, 0.02)),
    DAY_SUPPORT(
            CareSetting.DAY_SUPPORT,
            0.22,
            4,
            new InterpolatedSeries(290, 310, 311, 316, 317, 318, 325),
            new InterpolatedSeries(16, 17, 17, 18, 18, 18, 18),
            new InterpolatedSeries(1, 1, 1, 1, 1, 1, 1),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.55),
            new Mix(PHYSICAL, OLDER, 0.2),
            new Mix(MEMORY, OLDER, 0.15),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.1)),
    DIRECT_PAYMENT(
            CareSetting.DIRECT_PAYMENT,
            0.16,
            40,
            new InterpolatedSeries(523, 586, 594, 605, 606, 611, 624),
            new InterpolatedSeries(11, 12, 12, 12, 12, 12, 12),
            new InterpolatedSeries(3, 3, 3, 3, 3, 3, 3),
            new Mix(PHYSICAL, YOUNGER, 0.33),
            new Mix(PHYSICAL, OLDER, 0.25),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.26),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.1),
            new Mix(MEMORY, OLDER, 0.06)),
    EXTRA_CARE(
            CareSetting.EXTRA_CARE,
            0.18,
            2,
            new InterpolatedSeries(165, 182, 184, 189, 190, 191, 200),
            new InterpolatedSeries(5, 6, 6, 6, 6, 6, 6),
            new InterpolatedSeries(1, 1, 1, 1, 1, 1, 1),
            new Mix(PHYSICAL, OLDER, 0.62),
            new Mix(MEMORY, OLDER, 0.24),
            new Mix(MENTAL_HEALTH, OLDER, 0.14)),
    SHARED_LIVES(
            CareSetting.SHARED_LIVES,
            0.08,
            0,
            new InterpolatedSeries(22, 24, 24, 25, 25, 25, 27),
            new InterpolatedSeries(5, 5, 5, 5, 5, 5, 5),
            new InterpolatedSeries(3, 3, 3, 3, 3, 3, 3),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.8),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.2)),
    SUPPORTED_LIVING(
            CareSetting.SUPPORTED_LIVING,
            0.13,
            5,
            new InterpolatedSeries(300, 342, 347, 364, 367, 371, 420),
            new InterpolatedSeries(40, 46, 46, 49, 49, 49, 46),
            new InterpolatedSeries(14, 16, 16, 17, 17, 17, 15),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.64),
            new Mix(LEARNING_DISABILITY, OLDER, 0.1),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.1),
            new Mix(PHYSICAL, YOUNGER, 0.08),
            new Mix(MEMORY, OLDER, 0.04),
            new Mix(SOCIAL, YOUNGER, 0.04)),
    /**
     * Supported living that is bought spot for people with mental health needs. {@link #SUPPORTED_LIVING} contains all
     * other supported living.
     */
    SPOT_MENTAL_HEALTH_LIVING(
            CareSetting.SUPPORTED_LIVING,
            0.2,
            3,
            new InterpolatedSeries(140, 148, 150, 153, 153, 153, 146),
            new InterpolatedSeries(70, 75, 76, 78, 78, 78, 70),
            new InterpolatedSeries(34, 37, 38, 39, 39, 39, 33),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.84),
            new Mix(MENTAL_HEALTH, OLDER, 0.16)),
    RESIDENTIAL(
            CareSetting.RESIDENTIAL,
            0.26,
            4,
            new InterpolatedSeries(236, 247, 250, 259, 260, 261, 262),
            new InterpolatedSeries(105, 112, 113, 118, 118, 118, 112),
            new InterpolatedSeries(46, 48, 48, 50, 50, 50, 46),
            new Mix(MEMORY, OLDER, 0.33),
            new Mix(PHYSICAL, OLDER, 0.32),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.14),
            new Mix(MENTAL_HEALTH, OLDER, 0.09),
            new Mix(PHYSICAL, YOUNGER, 0.09),
            new Mix(SENSORY, OLDER, 0.03)),
    RESIDENTIAL_LEARNING_DISABILITY(
            CareSetting.RESIDENTIAL,
            0.11,
            2,
            new InterpolatedSeries(112, 116, 118, 120, 120, 120, 118),
            new InterpolatedSeries(82, 85, 86, 88, 88, 88, 84),
            new InterpolatedSeries(64, 66, 67, 69, 69, 69, 64),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.8),
            new Mix(LEARNING_DISABILITY, OLDER, 0.2)),
    NURSING(
            CareSetting.NURSING,
            0.34,
            3,
            new InterpolatedSeries(182, 198, 201, 211, 213, 215, 228),
            new InterpolatedSeries(78, 86, 87, 92, 93, 94, 94),
            new InterpolatedSeries(22, 24, 24, 26, 26, 27, 26),
            new Mix(PHYSICAL, OLDER, 0.44),
            new Mix(MEMORY, OLDER, 0.42),
            new Mix(PHYSICAL, YOUNGER, 0.08),
            new Mix(MENTAL_HEALTH, OLDER, 0.06));

    /** A need and an age band, with the share of the people in a stratum who have both. */
    record Mix(Need need, AgeBand age, double share) {}

    final CareSetting setting;
    final double yearlyLeaverShare;
    final double notLocated;
    final InterpolatedSeries people;
    final InterpolatedSeries outOfBorough;
    final InterpolatedSeries outsideLondon;
    final List<Mix> mixes;

    Stratum(
            CareSetting setting,
            double yearlyLeaverShare,
            double notLocated,
            InterpolatedSeries people,
            InterpolatedSeries outOfBorough,
            InterpolatedSeries outsideLondon,
            Mix... mixes) {
        this.setting = setting;
        this.yearlyLeaverShare = yearlyLeaverShare;
        this.notLocated = notLocated;
        this.people = people;
        this.outOfBorough = outOfBorough;
        this.outsideLondon = outsideLondon;
        this.mixes = List.of(mixes);
    }
}
