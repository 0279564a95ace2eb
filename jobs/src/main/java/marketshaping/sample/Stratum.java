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
 * The people of a council of 4,000 in parts that a published figure speaks of: how many there are over time, how many of them
 * out of the borough and outside London, how many cannot be located, the share that leaves in a year, and who they are.
 * The order is that in which people move on: from their own home towards nursing care.
 */
enum Stratum {
    HOME_CARE(
            Setting.HOME_CARE,
            0.36,
            14,
            new Series(1400, 1482, 1501, 1553, 1560, 1570, 1650),
            new Series(20, 21, 21, 22, 22, 22, 24),
            new Series(2, 2, 2, 2, 2, 2, 2),
            new Mix(PHYSICAL, OLDER, 0.52),
            new Mix(PHYSICAL, YOUNGER, 0.17),
            new Mix(MEMORY, OLDER, 0.13),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.05),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.04),
            new Mix(SENSORY, OLDER, 0.04),
            new Mix(SOCIAL, OLDER, 0.03),
            new Mix(NOT_RECORDED, OLDER, 0.02)),
    DAY_SUPPORT(
            Setting.DAY_SUPPORT,
            0.22,
            4,
            new Series(290, 310, 311, 316, 317, 318, 325),
            new Series(16, 17, 17, 18, 18, 18, 18),
            new Series(1, 1, 1, 1, 1, 1, 1),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.55),
            new Mix(PHYSICAL, OLDER, 0.2),
            new Mix(MEMORY, OLDER, 0.15),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.1)),
    DIRECT_PAYMENT(
            Setting.DIRECT_PAYMENT,
            0.16,
            40,
            new Series(523, 586, 594, 605, 606, 611, 624),
            new Series(11, 12, 12, 12, 12, 12, 12),
            new Series(3, 3, 3, 3, 3, 3, 3),
            new Mix(PHYSICAL, YOUNGER, 0.33),
            new Mix(PHYSICAL, OLDER, 0.25),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.26),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.1),
            new Mix(MEMORY, OLDER, 0.06)),
    EXTRA_CARE(
            Setting.EXTRA_CARE,
            0.18,
            2,
            new Series(165, 182, 184, 189, 190, 191, 200),
            new Series(5, 6, 6, 6, 6, 6, 6),
            new Series(1, 1, 1, 1, 1, 1, 1),
            new Mix(PHYSICAL, OLDER, 0.62),
            new Mix(MEMORY, OLDER, 0.24),
            new Mix(MENTAL_HEALTH, OLDER, 0.14)),
    SHARED_LIVES(
            Setting.SHARED_LIVES,
            0.08,
            0,
            new Series(22, 24, 24, 25, 25, 25, 27),
            new Series(5, 5, 5, 5, 5, 5, 5),
            new Series(3, 3, 3, 3, 3, 3, 3),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.8),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.2)),
    SUPPORTED_LIVING(
            Setting.SUPPORTED_LIVING,
            0.13,
            5,
            new Series(300, 342, 347, 364, 367, 371, 420),
            new Series(40, 46, 46, 49, 49, 49, 46),
            new Series(14, 16, 16, 17, 17, 17, 15),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.64),
            new Mix(LEARNING_DISABILITY, OLDER, 0.1),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.1),
            new Mix(PHYSICAL, YOUNGER, 0.08),
            new Mix(MEMORY, OLDER, 0.04),
            new Mix(SOCIAL, YOUNGER, 0.04)),
    /** Supported living for mental health that is bought spot; what is not is in the part above. */
    SPOT_MENTAL_HEALTH_LIVING(
            Setting.SUPPORTED_LIVING,
            0.2,
            3,
            new Series(140, 148, 150, 153, 153, 153, 146),
            new Series(70, 75, 76, 78, 78, 78, 70),
            new Series(34, 37, 38, 39, 39, 39, 33),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.84),
            new Mix(MENTAL_HEALTH, OLDER, 0.16)),
    RESIDENTIAL(
            Setting.RESIDENTIAL,
            0.26,
            4,
            new Series(236, 247, 250, 259, 260, 261, 262),
            new Series(105, 112, 113, 118, 118, 118, 112),
            new Series(46, 48, 48, 50, 50, 50, 46),
            new Mix(MEMORY, OLDER, 0.33),
            new Mix(PHYSICAL, OLDER, 0.32),
            new Mix(MENTAL_HEALTH, YOUNGER, 0.14),
            new Mix(MENTAL_HEALTH, OLDER, 0.09),
            new Mix(PHYSICAL, YOUNGER, 0.09),
            new Mix(SENSORY, OLDER, 0.03)),
    RESIDENTIAL_LEARNING_DISABILITY(
            Setting.RESIDENTIAL,
            0.11,
            2,
            new Series(112, 116, 118, 120, 120, 120, 118),
            new Series(82, 85, 86, 88, 88, 88, 84),
            new Series(64, 66, 67, 69, 69, 69, 64),
            new Mix(LEARNING_DISABILITY, YOUNGER, 0.8),
            new Mix(LEARNING_DISABILITY, OLDER, 0.2)),
    NURSING(
            Setting.NURSING,
            0.34,
            3,
            new Series(182, 198, 201, 211, 213, 215, 228),
            new Series(78, 86, 87, 92, 93, 94, 94),
            new Series(22, 24, 24, 26, 26, 27, 26),
            new Mix(PHYSICAL, OLDER, 0.44),
            new Mix(MEMORY, OLDER, 0.42),
            new Mix(PHYSICAL, YOUNGER, 0.08),
            new Mix(MENTAL_HEALTH, OLDER, 0.06));

    /** A need and an age band, and their share of a stratum. */
    record Mix(Need need, AgeBand age, double share) {}

    final Setting setting;
    final double leavingInAYear;
    final double notLocated;
    final Series people;
    final Series outOfBorough;
    final Series outsideLondon;
    final List<Mix> mixes;

    Stratum(
            Setting setting,
            double leavingInAYear,
            double notLocated,
            Series people,
            Series outOfBorough,
            Series outsideLondon,
            Mix... mixes) {
        this.setting = setting;
        this.leavingInAYear = leavingInAYear;
        this.notLocated = notLocated;
        this.people = people;
        this.outOfBorough = outOfBorough;
        this.outsideLondon = outsideLondon;
        this.mixes = List.of(mixes);
    }
}
