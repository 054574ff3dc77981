import { defineCodeSet } from './code-set.js';

/** How a pupil usually comes to school; collected in the census until 2010/11. */
export const travelModes = defineCodeSet({
  id: 'travel-modes',
  title: 'Usual mode of travel',
  source: 'SIF UK 2.6, usual mode of travel',
  entries: [
    { code: 'WLK', label: 'Walk', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'CYC', label: 'Cycle', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'CAR', label: 'Car or van', to: '2011-08-31', datesUnconfirmed: true },
    {
      code: 'CRS',
      label: 'Car share with a child of another household',
      to: '2011-08-31',
      datesUnconfirmed: true,
    },
    { code: 'PSB', label: 'Public service bus', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'DSB', label: 'Dedicated school bus', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'BNK', label: 'Bus, type not known', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'TXI', label: 'Taxi', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'TRN', label: 'Train', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'LUL', label: 'London Underground', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'MTL', label: 'Metro, tram or light rail', to: '2011-08-31', datesUnconfirmed: true },
    { code: 'OTH', label: 'Other', to: '2011-08-31', datesUnconfirmed: true },
  ],
});
